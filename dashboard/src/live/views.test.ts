import { describe, expect, it } from 'vitest'
import type { Activity, SystemStatus } from '@/lib/api'
import { judge } from './heartbeat'
import { readingsOf } from './readings'
import { barsOf, EVENTS_KEPT, mergeEvents } from './views'

describe('candles', () => {
  const bar = { time: 1_587_096_000, open: 1, high: 3, low: 0.5, close: 2, volume: 9 }

  it('come as rows or as columns', () => {
    expect(barsOf({ candles: [bar] })).toEqual([bar])
    const columns = { t: [bar.time], o: [1], h: [3], l: [0.5], c: [2], v: [9] }
    expect(barsOf(columns)).toEqual([bar])
  })

  it('without a price are left out', () => {
    expect(barsOf({ candles: [{ ...bar, close: null }] })).toEqual([])
    expect(barsOf(null)).toEqual([])
  })
})

describe('indicators', () => {
  it('keep what warms up as unknown', () => {
    const [first, second] = readingsOf({
      time: [1e9, 2e9],
      kama: [null, 5],
      regime: ['NEUTRAL', 'STRONG_TREND'],
    })
    expect(first).toMatchObject({ time: 1e9, kama: null, regime: 'NEUTRAL' })
    expect(second).toMatchObject({ kama: 5, regime: 'STRONG_TREND' })
  })
})

describe('events', () => {
  const event = (id: string, time: string): Activity => ({
    id,
    time,
    kind: 'FILL',
    severity: 'INFO',
    symbol: 'SPX',
    title: id,
    detail: '',
    reference: null,
    correlation_id: 'c',
  })

  it('are newest first and appear once', () => {
    const known = [event('b', '2020-01-02T00:00:00Z'), event('a', '2020-01-01T00:00:00Z')]
    const merged = mergeEvents(known, [
      event('c', '2020-01-03T00:00:00Z'),
      event('b', '2020-01-02T00:00:00Z'),
    ])
    expect(merged.map((e) => e.id)).toEqual(['c', 'b', 'a'])
  })

  it('are bounded', () => {
    const many = Array.from({ length: 500 }, (_, i) => event(`e${i}`, '2020-01-01T00:00:00Z'))
    expect(mergeEvents([], many)).toHaveLength(EVENTS_KEPT)
  })
})

describe('heartbeat', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  const status = (word: string, ageMs: number) =>
    ({ status: word, last_update: new Date(now - ageMs).toISOString() }) as unknown as SystemStatus

  it.each([
    [29_900, 'live', null],
    [30_000, 'delayed', '30 s'],
    [59_900, 'delayed', '60 s'],
    [60_000, 'offline', '60 s'],
  ])('judges data of %i ms by its source', (ageMs, health, stale) => {
    expect(judge(status('ACTIVE', ageMs), true, now)).toMatchObject({ health, stale })
  })

  it('does not call a finished replay or a closed market stale', () => {
    expect(judge(status('FINISHED', 900_000), true, now)).toMatchObject({ health: 'finished', stale: null })
    expect(judge(status('MARKET_CLOSED', 900_000), true, now)).toMatchObject({
      health: 'closed',
      stale: null,
    })
  })

  it('tells a lost connection from silent data', () => {
    expect(judge(status('ACTIVE', 1000), false, now)).toMatchObject({
      health: 'disconnected',
      stale: '1.0 s',
    })
    expect(judge(null, false, now).health).toBe('disconnected')
    expect(judge(null, true, now).health).toBe('starting')
  })
})
