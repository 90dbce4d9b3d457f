import type { BacktestRequest, SymbolInfo } from '@/lib/api'
import { isoDate } from '@/lib/format'

/** What every run asks for, as typed. */
export interface Draft {
  symbol: string
  timeframe: string
  start: string
  end: string
  capital: string
  commission: string
  slippage: string
  mode: string
}

export type Faults<D> = Partial<Record<keyof D, string>>

export const MODES = [
  { value: 'DUAL', label: 'Dual, by regime' },
  { value: 'TREND', label: 'Trend' },
  { value: 'MEAN_REVERSION', label: 'Mean reversion' },
]

/** The whole stored history with the capital and costs of the paper account: the same trades as live. */
export function draftFor(info: SymbolInfo | undefined): Draft {
  return {
    ...periodOf(info),
    capital: '100000',
    commission: '0.005',
    slippage: '0.01',
    mode: 'DUAL',
  }
}

/** The whole stored history of these bars. */
export function periodOf(
  info: SymbolInfo | undefined,
): Pick<Draft, 'symbol' | 'timeframe' | 'start' | 'end'> {
  return {
    symbol: info?.symbol ?? '',
    timeframe: info?.timeframe ?? '',
    start: info?.first_time ? isoDate(info.first_time) : '',
    end: info?.last_time ? isoDate(info.last_time) : '',
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function amount(text: string, least: number, strict: boolean): boolean {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && (strict ? value > least : value >= least)
}

/** Whether the text is a whole number of at least so much. */
export function whole(text: string, least: number): boolean {
  return /^\d{1,7}$/.test(text.trim()) && Number(text) >= least
}

export function faultsOf(draft: Draft, today: string): Faults<Draft> {
  const faults: Faults<Draft> = {}
  if (!draft.symbol) faults.symbol = 'Choose a symbol'
  if (!DATE.test(draft.start)) faults.start = 'Enter a date'
  if (!DATE.test(draft.end)) faults.end = 'Enter a date'
  else if (draft.end > today) faults.end = 'Must not be in the future'
  else if (!faults.start && draft.end <= draft.start) faults.end = 'Must be after the start'
  if (!amount(draft.capital, 0, true)) faults.capital = 'Must be above 0'
  if (!amount(draft.commission, 0, false)) faults.commission = 'Must be 0 or more'
  if (!amount(draft.slippage, 0, false)) faults.slippage = 'Must be 0 or more'
  return faults
}

/** Typed in percent, sent as a fraction. */
export function fractionOf(percent: string): number {
  return Number((Number(percent) / 100).toPrecision(12))
}

export function requestOf(draft: Draft) {
  return {
    symbol: draft.symbol,
    timeframe: draft.timeframe,
    start_date: draft.start,
    end_date: draft.end,
    initial_capital: Number(draft.capital),
    commission_per_share: Number(draft.commission),
    slippage_pct: fractionOf(draft.slippage),
    strategy_mode: draft.mode,
  } satisfies BacktestRequest
}

export const FIELDS: Record<string, keyof Draft> = {
  symbol: 'symbol',
  timeframe: 'timeframe',
  start_date: 'start',
  end_date: 'end',
  initial_capital: 'capital',
  commission_per_share: 'commission',
  slippage_pct: 'slippage',
  strategy_mode: 'mode',
}

/** The field of the form that the server means, whatever path stands before its name. */
export function fieldOf<F extends string>(name: string | null, fields: Record<string, F>): F | null {
  const path = name?.split('.').map((part) => part.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)) ?? []
  return path.toReversed().flatMap((part) => fields[part] ?? [])[0] ?? null
}
