import type { SymbolInfo, WalkForwardRequest } from '@/lib/api'
import { draftFor, faultsOf, FIELDS, fractionOf, requestOf, whole, type Draft, type Faults } from './form'

/** What a walk-forward asks for beyond a backtest, as typed. */
export interface WalkForwardDraft extends Draft {
  train: string
  test: string
  /** Percent. */
  threshold: string
  objective: string
  minTrades: string
  /** A parameter in each line: `regression-period: 20, 50`. */
  grid: string
  trials: string
  anchored: boolean
  short: boolean
}

export const OBJECTIVES = [
  { value: 'SHARPE', label: 'Sharpe' },
  { value: 'SORTINO', label: 'Sortino' },
  { value: 'CALMAR', label: 'Calmar' },
  { value: 'TOTAL_RETURN', label: 'Total return' },
  { value: 'PROFIT_FACTOR', label: 'Profit factor' },
]

export const MOST_COMBINATIONS = 500

/** The defaults of the service, shown. */
export function walkForwardFor(info: SymbolInfo | undefined): WalkForwardDraft {
  return {
    ...draftFor(info),
    train: '63',
    test: '21',
    threshold: '60',
    objective: 'SHARPE',
    minTrades: '1',
    grid: '',
    trials: '1',
    anchored: false,
    short: false,
  }
}

interface Grid {
  values: Record<string, string[]>
  combinations: number
  fault: string | null
}

/** Reads the lines of a grid; the first one that cannot be read is the fault. */
export function gridOf(text: string): Grid {
  const values: Record<string, string[]> = {}
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, key, list] = /^\s*([a-z][a-z0-9-]*)\s*[:=](.*)$/.exec(line) ?? []
    const given = list?.split(/[\s,]+/).filter(Boolean) ?? []
    if (!key || given.length === 0)
      return { values: {}, combinations: 0, fault: `Not “parameter: value, value”: ${line.trim()}` }
    if (values[key]) return { values: {}, combinations: 0, fault: `${key} is there twice` }
    values[key] = [...new Set(given)]
  }
  const combinations = Object.values(values).reduce((product, each) => product * each.length, 1)
  const fault =
    combinations > MOST_COMBINATIONS ? `${combinations} combinations; at most ${MOST_COMBINATIONS}` : null
  return { values, combinations, fault }
}

export function walkForwardFaults(draft: WalkForwardDraft, today: string): Faults<WalkForwardDraft> {
  const faults: Faults<WalkForwardDraft> = faultsOf(draft, today)
  const threshold = Number(draft.threshold)
  if (!whole(draft.train, 1)) faults.train = 'A whole number, 1 or more'
  if (!whole(draft.test, 1)) faults.test = 'A whole number, 1 or more'
  if (draft.threshold.trim() === '' || !(threshold >= 0 && threshold <= 100))
    faults.threshold = 'From 0 to 100'
  if (!whole(draft.minTrades, 0)) faults.minTrades = 'A whole number, 0 or more'
  if (!whole(draft.trials, 1)) faults.trials = 'A whole number, 1 or more'
  const { fault } = gridOf(draft.grid)
  if (fault) faults.grid = fault
  return faults
}

export function walkForwardRequest(draft: WalkForwardDraft): WalkForwardRequest {
  const { values } = gridOf(draft.grid)
  return {
    ...requestOf(draft),
    train_bars: Number(draft.train),
    test_bars: Number(draft.test),
    pass_threshold: fractionOf(draft.threshold),
    objective: draft.objective,
    min_trades: Number(draft.minTrades),
    anchored: draft.anchored,
    allow_short: draft.short,
    trials: Number(draft.trials),
    ...(Object.keys(values).length > 0 ? { grid: values } : {}),
  }
}

export const WALK_FORWARD_FIELDS: Record<string, keyof WalkForwardDraft> = {
  ...FIELDS,
  train_bars: 'train',
  test_bars: 'test',
  pass_threshold: 'threshold',
  objective: 'objective',
  min_trades: 'minTrades',
  grid: 'grid',
  trials: 'trials',
  anchored: 'anchored',
  allow_short: 'short',
}

/** About how many bars lie between the dates, judged by the share of the stored period. */
export function barsBetween(info: SymbolInfo, start: string, end: string): number | null {
  const first = Date.parse(info.first_time ?? '')
  const last = Date.parse(info.last_time ?? '')
  const day = 86_400_000
  const from = Math.max(Date.parse(start), first - day)
  const to = Math.min(Date.parse(end) + day, last)
  if (!(last > first) || Number.isNaN(from) || Number.isNaN(to)) return null
  return Math.round(info.bars * Math.min(1, Math.max(0, (to - from) / (last - first))))
}

/** Windows of so many bars: each rolls by a test, and half a test is enough at the end. Null where nobody can tell. */
export function whatFits(
  bars: number,
  { train, test }: Pick<WalkForwardDraft, 'train' | 'test'>,
): number | null {
  if (!whole(train, 1) || !whole(test, 1)) return null
  const rest = bars - Number(train) - Math.max(1, Math.floor(Number(test) / 2))
  return rest < 0 ? 0 : Math.floor(rest / Number(test)) + 1
}
