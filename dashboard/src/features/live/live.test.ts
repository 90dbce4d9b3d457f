import { describe, expect, it } from 'vitest'
import type { Position, RiskLimit, Trade } from '@/lib/api'
import { merge } from './api/chartFeed'
import { findLimit, limitFigure, limitName } from './api/limits'
import { levelsOf, marksOf } from './api/marks'
import { lossAtStop, multipleOfRisk, trackShare } from './api/stops'

const day = (n: number) => 1_577_854_800 + n * 86_400
const bars = [0, 1, 2, 3].map((n) => ({ time: day(n), open: 1, high: 1, low: 1, close: 1, volume: 1 }))

describe('chart feed', () => {
  it('appends what is new and replaces what is known', () => {
    const known = [{ time: 1, v: 'a' }]
    expect(
      merge(known, [
        { time: 1, v: 'b' },
        { time: 2, v: 'c' },
      ]),
    ).toBe(false)
    expect(known).toEqual([
      { time: 1, v: 'b' },
      { time: 2, v: 'c' },
    ])
  })

  it('asks for a redraw when an older place changes', () => {
    const known = [{ time: 10 }, { time: 30 }]
    expect(merge(known, [{ time: 20 }])).toBe(true)
    expect(known.map((item) => item.time)).toEqual([10, 20, 30])
  })
})

describe('marks', () => {
  const trade = {
    id: 't1',
    symbol: 'SPX',
    side: 1,
    entry_time: new Date((day(1) + 3600) * 1000).toISOString(),
    exit_time: new Date(day(3) * 1000).toISOString(),
    realized_pnl: -34.2,
  } as Trade

  it('sit on the bar in which the fill happened', () => {
    expect(marksOf([trade], bars, 'SPX').map(({ time, text, gain }) => [time, text, gain])).toEqual([
      [day(1), 'B', null],
      [day(3), '\u221234', false],
    ])
  })

  it('leave out other symbols and what is still open', () => {
    expect(marksOf([trade], bars, 'SPY')).toEqual([])
    expect(marksOf([{ ...trade, exit_time: null }], bars, 'SPX')).toHaveLength(1)
  })
})

const position = {
  symbol: 'SPX',
  side: 1,
  shares: 10,
  entry_price: 100,
  current_price: 110,
  stop_loss: 95,
  take_profit: null,
} as Position

describe('stops', () => {
  it('lose what lies between the last price and the stop', () => {
    expect(lossAtStop(position)).toBe(150)
    expect(lossAtStop({ ...position, side: -1, current_price: 90, stop_loss: 95 })).toBe(50)
    expect(lossAtStop({ ...position, stop_loss: null })).toBeNull()
  })

  it('measure profit in units of the risk taken', () => {
    expect(multipleOfRisk(250, 100)).toBe(2.5)
    expect(multipleOfRisk(250, 0)).toBeNull()
  })

  it('place the last price between stop and target for both sides', () => {
    expect(trackShare(90, 100, 130, 110)).toBe(0.5)
    expect(trackShare(110, 100, 70, 90)).toBe(0.5)
    expect(trackShare(90, 100, null, 200)).toBe(1)
  })

  it('draw a line for each level that exists', () => {
    expect(levelsOf([position], 'SPX').map((level) => level.kind)).toEqual(['entry', 'stop'])
  })
})

describe('limits', () => {
  const limits = [{ name: 'TOTAL_EXPOSURE_PCT', value: 41.8, limit: 50, unit: 'percent' }] as RiskLimit[]

  it('are found and named whatever their case', () => {
    expect(findLimit(limits, 'exposure')?.limit).toBe(50)
    expect(limitName(limits[0]!)).toBe('Total exposure')
  })

  it('are shown in their unit', () => {
    expect(limitFigure(41.8, 'percent')).toBe('41.8%')
    expect(limitFigure(3, 'count')).toBe('3')
    expect(limitFigure(2000, 'USD')).toBe('$2,000')
  })
})
