import { describe, expect, it } from 'vitest'
import type { BacktestTrade, SymbolInfo } from '@/lib/api'
import { equityOf, holdCurve, monthly, underwater } from './api/curves'
import { draftFor, faultsOf, fieldOf, requestOf } from './api/form'
import { sorted } from './components/RunTrades'

const info = {
  symbol: 'SPX',
  first_time: '2000-01-03T05:00:00Z',
  last_time: '2020-04-17T04:00:00Z',
} as SymbolInfo
const today = '2026-11-20'

describe('form', () => {
  it('begins with the whole stored history', () => {
    const draft = draftFor(info)
    expect(draft).toMatchObject({ symbol: 'SPX', start: '2000-01-03', end: '2020-04-17' })
    expect(faultsOf(draft, today)).toEqual({})
    expect(requestOf(draft)).toEqual({
      symbol: 'SPX',
      start_date: '2000-01-03',
      end_date: '2020-04-17',
      initial_capital: 100_000,
      commission_per_share: 0.005,
      slippage_pct: 0.0001,
      strategy_mode: 'DUAL',
    })
  })

  it('names what is wrong at its field', () => {
    const draft = { ...draftFor(info), start: '2020-04-17', end: '2020-04-17', capital: '-5', slippage: 'x' }
    expect(Object.keys(faultsOf(draft, today)).toSorted()).toEqual(['capital', 'end', 'slippage'])
    expect(faultsOf({ ...draftFor(info), end: '2027-01-01' }, today)).toEqual({
      end: 'Must not be in the future',
    })
  })

  it('finds the field that the server means', () => {
    expect(fieldOf('end_date')).toBe('end')
    expect(fieldOf('run.request.initialCapital')).toBe('capital')
    expect(fieldOf('nonsense')).toBeNull()
    expect(fieldOf(null)).toBeNull()
  })
})

const at = (iso: string, value: number) => ({ time: Date.parse(iso) / 1000, value })

describe('curves', () => {
  it('leave out bars without a readable time', () => {
    const points = equityOf({
      equity_curve: [1, 2, 3],
      timestamps: ['2020-01-02', 'x', '2020-01-03T05:00:00Z'],
    })
    expect(points.map((point) => point.value)).toEqual([1, 3])
  })

  it('measure the fall from the highest equity', () => {
    const values = underwater([at('2020-01-01', 100), at('2020-01-02', 80), at('2020-01-03', 120)]).map(
      (p) => p.value,
    )
    expect(values[0]).toBe(0)
    expect(values[1]).toBeCloseTo(-20)
    expect(values[2]).toBe(0)
  })

  it('start buy and hold with the capital of the run', () => {
    const equity = [at('2020-01-02', 1000), at('2020-01-03', 990)]
    const closes = [at('2020-01-01', 9), at('2020-01-02', 10), at('2020-01-03', 11)]
    expect(holdCurve(closes, equity).map((point) => point.value)).toEqual([1000, 1100])
    expect(holdCurve([], equity)).toEqual([])
  })

  it('chain months over their last equity', () => {
    const [first, second] = monthly(
      [at('2019-12-30', 101), at('2019-12-31', 110), at('2020-01-15', 99), at('2020-02-03', 99)],
      100,
    )
    expect(first?.months[11]).toBeCloseTo(10)
    expect(second?.months[0]).toBeCloseTo(-10)
    expect(second?.months[1]).toBeCloseTo(0)
    expect(second?.months[2]).toBeNull()
    expect(second?.total).toBeCloseTo(-10)
  })
})

describe('trades of a run', () => {
  it('sort by any column with unknown values last', () => {
    const trades = [{ pnl: 1 }, { pnl: null }, { pnl: 3 }] as BacktestTrade[]
    expect(sorted(trades, 6, true).map((trade) => trade.pnl)).toEqual([3, 1, null])
    expect(sorted(trades, 6, false).map((trade) => trade.pnl)).toEqual([1, 3, null])
  })
})
