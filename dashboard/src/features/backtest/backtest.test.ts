import { describe, expect, it } from 'vitest'
import type { BacktestTrade, RunProgress, SymbolInfo } from '@/lib/api'
import { equityOf, holdCurve, monthly, underwater } from './api/curves'
import { draftFor, faultsOf, fieldOf, FIELDS, requestOf } from './api/form'
import { stageOf } from './api/progress'
import { heights, mostChosen } from './api/stability'
import {
  barsBetween,
  gridOf,
  WALK_FORWARD_FIELDS,
  walkForwardFaults,
  walkForwardFor,
  walkForwardRequest,
  whatFits,
} from './api/walkForward'
import { sorted } from './components/RunTrades'

const info = {
  symbol: 'SPX',
  timeframe: '1d',
  bars: 5105,
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
      timeframe: '1d',
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
    expect(fieldOf('end_date', FIELDS)).toBe('end')
    expect(fieldOf('run.request.initialCapital', FIELDS)).toBe('capital')
    expect(fieldOf('nonsense', FIELDS)).toBeNull()
    expect(fieldOf(null, FIELDS)).toBeNull()
  })
})

describe('walk-forward form', () => {
  it('begins with the defaults of the service, shown', () => {
    const draft = walkForwardFor(info)
    expect(walkForwardFaults(draft, today)).toEqual({})
    expect(walkForwardRequest(draft)).toEqual({
      ...requestOf(draft),
      train_bars: 63,
      test_bars: 21,
      pass_threshold: 0.6,
      objective: 'SHARPE',
      min_trades: 1,
      anchored: false,
      allow_short: false,
      trials: 1,
    })
  })

  it('reads a parameter a line', () => {
    const grid = gridOf(' regression-period: 20, 50,50\n\nrsi-oversold = 25 30 35')
    expect(grid).toEqual({
      values: { 'regression-period': ['20', '50'], 'rsi-oversold': ['25', '30', '35'] },
      combinations: 6,
      fault: null,
    })
    expect(walkForwardRequest({ ...walkForwardFor(info), grid: 'kama-fast: 2,3' }).grid).toEqual({
      'kama-fast': ['2', '3'],
    })
    expect(gridOf('').combinations).toBe(1)
  })

  it('says which line of the grid it cannot read', () => {
    expect(gridOf('regression-period: 20\nnonsense').fault).toContain('nonsense')
    expect(gridOf('regression-period:').fault).toContain('regression-period:')
    expect(gridOf('kama-fast: 2\nkama-fast: 3').fault).toBe('kama-fast is there twice')
    const many = (count: number) => Array.from({ length: count }, (_, i) => i).join(' ')
    expect(gridOf(`kama-fast: ${many(500)}`).fault).toBeNull()
    expect(gridOf(`kama-fast: ${many(251)}\nrsi-period: 2, 3`).fault).toBe('502 combinations; at most 500')
  })

  it('names what is wrong at its field', () => {
    const draft = {
      ...walkForwardFor(info),
      train: '0',
      test: '2.5',
      threshold: '101',
      minTrades: '-1',
      trials: '0',
      grid: '?',
    }
    expect(Object.keys(walkForwardFaults(draft, today)).toSorted()).toEqual([
      'grid',
      'minTrades',
      'test',
      'threshold',
      'train',
      'trials',
    ])
  })

  it('finds the field that the server means, also below a name', () => {
    expect(fieldOf('train_bars', WALK_FORWARD_FIELDS)).toBe('train')
    expect(fieldOf('grid.regression-period.0', WALK_FORWARD_FIELDS)).toBe('grid')
    expect(fieldOf('pass_threshold', WALK_FORWARD_FIELDS)).toBe('threshold')
  })

  it('foretells the windows as the engine cuts them', () => {
    const cut = { train: '63', test: '21' }
    expect(whatFits(72, cut)).toBe(0)
    expect(whatFits(73, cut)).toBe(1)
    expect(whatFits(93, cut)).toBe(1)
    expect(whatFits(94, cut)).toBe(2)
    expect(whatFits(900, { train: '126', test: '42' })).toBe(18)
    expect(whatFits(900, { train: 'x', test: '42' })).toBeNull()
    expect(barsBetween(info, '2000-01-03', '2020-04-17')).toBe(5105)
    const ten = { ...info, bars: 100, first_time: '2000-01-01T00:00:00Z', last_time: '2000-01-11T00:00:00Z' }
    expect(barsBetween(ten, '2000-01-01', '2000-01-05')).toBe(50)
    expect(barsBetween(ten, '1990-01-01', '2000-01-05')).toBe(60)
    expect(barsBetween(info, '2021-01-01', '2022-01-01')).toBe(0)
    expect(barsBetween(info, '', '2020-04-17')).toBeNull()
  })
})

describe('progress', () => {
  const run = { state: 'RUNNING', done: 0, total: 0, seconds_left: null } as RunProgress
  it('tells what is known and no more', () => {
    expect(stageOf({ ...run, state: 'FETCHING' })).toBe('Fetching bars')
    expect(stageOf({ ...run, state: 'FETCHING', done: 15_000 })).toBe('Fetching bars, 15,000 so far')
    expect(stageOf(run)).toBe('Computing')
    expect(stageOf({ ...run, done: 1, total: 3 })).toBe('33%, 1 of 3 pieces')
    expect(stageOf({ ...run, done: 5, total: 1000, seconds_left: 240 })).toBe(
      '0%, 5 of 1,000 pieces, about 4 min left',
    )
    expect(stageOf({ ...run, done: 9, total: 10, seconds_left: 3 })).toBe(
      '90%, 9 of 10 pieces, a few seconds left',
    )
    expect(stageOf({ ...run, state: 'CANCELLED' })).toBe('Cancelled, ending')
  })
})

describe('parameter stability', () => {
  it('finds what was chosen most', () => {
    expect(mostChosen(['20', '50', '50'])).toEqual({ value: '50', times: 2 })
    expect(mostChosen(['20', '50'])).toEqual({ value: '20', times: 1 })
    expect(mostChosen([])).toBeNull()
  })

  it('draws numbers by size and words in the order of their first choice', () => {
    expect(heights(['20', '50', '35'])).toEqual([0, 1, 0.5])
    expect(heights(['20', '20'])).toEqual([0.5, 0.5])
    expect(heights(['TREND', 'DUAL', 'TREND'])).toEqual([0, 1, 0])
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
