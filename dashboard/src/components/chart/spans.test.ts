import { describe, expect, it } from 'vitest'
import type { Mark, Reading } from './model'
import { cullMarks, heldBars, lowerBound, MARK_CAP, regimeSpans, visibleSlice } from './spans'

const reading = (time: number, regime: string | null): Reading => ({
  time,
  regime,
  kama: null,
  atr: null,
  adx: null,
  rsi: null,
  rSquared: null,
  volatility: null,
  gate: null,
  detail: null,
})

describe('regime spans', () => {
  it('join neighbours of one regime', () => {
    const readings = [reading(1, null), reading(2, 'A'), reading(3, 'A'), reading(4, 'B')]
    expect(regimeSpans(readings)).toEqual([
      { regime: 'A', from: 2, to: 3 },
      { regime: 'B', from: 4, to: 4 },
    ])
  })

  it('count for how many bars the newest has lasted', () => {
    expect(heldBars([reading(1, 'A'), reading(2, 'B'), reading(3, 'B')])).toBe(2)
    expect(heldBars([])).toBe(0)
  })
})

describe('visible slice', () => {
  const items = [10, 20, 30, 40, 50].map((time) => ({ time }))

  it('adds a neighbour on each side', () => {
    expect(visibleSlice(items, 25, 35).map((item) => item.time)).toEqual([20, 30, 40])
  })

  it('finds places by halving', () => {
    expect([5, 10, 11, 50, 51].map((time) => lowerBound(items, time))).toEqual([0, 0, 1, 4, 5])
  })
})

describe('marks', () => {
  it('are culled to the view and capped to the newest', () => {
    const marks = Array.from({ length: 500 }, (_, time): Mark => ({
      id: `${time}`,
      time,
      kind: 'entry',
      side: 1,
      text: 'B',
      gain: null,
    }))
    const shown = cullMarks(marks, 100, 400)
    expect(shown).toHaveLength(MARK_CAP)
    expect(shown.at(-1)?.time).toBe(400)
  })
})
