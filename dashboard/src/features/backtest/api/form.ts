import type { BacktestRequest, SymbolInfo } from '@/lib/api'
import { isoDate } from '@/lib/format'

/** What the form holds: text as typed. */
export interface Draft {
  symbol: string
  start: string
  end: string
  capital: string
  commission: string
  slippage: string
  mode: string
}

export type Field = keyof Draft
export type Faults = Partial<Record<Field, string>>

export const MODES = [
  { value: 'DUAL', label: 'Dual (regime decides)' },
  { value: 'TREND', label: 'Trend only' },
  { value: 'MEAN_REVERSION', label: 'Mean reversion only' },
]

/** The whole stored history with the capital and costs of the paper account: the same trades as live. */
export function draftFor(info: SymbolInfo | undefined): Draft {
  return {
    symbol: info?.symbol ?? '',
    start: info?.first_time ? isoDate(info.first_time) : '',
    end: info?.last_time ? isoDate(info.last_time) : '',
    capital: '100000',
    commission: '0.005',
    slippage: '0.01',
    mode: 'DUAL',
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function amount(text: string, least: number, strict: boolean): boolean {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && (strict ? value > least : value >= least)
}

export function faultsOf(draft: Draft, today: string): Faults {
  const faults: Faults = {}
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

/** Slippage is typed in percent and sent as a fraction. */
export function requestOf(draft: Draft): BacktestRequest {
  return {
    symbol: draft.symbol,
    start_date: draft.start,
    end_date: draft.end,
    initial_capital: Number(draft.capital),
    commission_per_share: Number(draft.commission),
    slippage_pct: Number((Number(draft.slippage) / 100).toPrecision(12)),
    strategy_mode: draft.mode,
  }
}

const FIELDS: Record<string, Field> = {
  symbol: 'symbol',
  start_date: 'start',
  end_date: 'end',
  initial_capital: 'capital',
  commission_per_share: 'commission',
  slippage_pct: 'slippage',
  strategy_mode: 'mode',
}

/** The field of the form that the server means, whatever path stands before its name. */
export function fieldOf(name: string | null): Field | null {
  const last = name?.split('.').at(-1) ?? ''
  return FIELDS[last] ?? FIELDS[last.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)] ?? null
}
