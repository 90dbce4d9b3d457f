const SYMBOL = /^[A-Z0-9.^=-]{1,10}$/
const RUN = /^[A-Za-z0-9_.-]{1,80}$/
const STATUSES = ['OPEN', 'CLOSED', 'CANCELLED'] as const

export interface SymbolSearch {
  symbol?: string
}
export interface TradesSearch extends SymbolSearch {
  page?: number
  status?: (typeof STATUSES)[number]
}
export interface BacktestSearch {
  run?: string
  form?: 'walk-forward'
}

/** Values of the address are checked; bad ones fall back and never crash a page. */
export function symbolOf(value: unknown): string | undefined {
  return typeof value === 'string' && SYMBOL.test(value) ? value : undefined
}

export function tradesSearch(search: Record<string, unknown>): TradesSearch {
  const page = Number(search['page'])
  return {
    symbol: symbolOf(search['symbol']),
    status: STATUSES.find((status) => status === search['status']),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  }
}

export function backtestSearch(search: Record<string, unknown>): BacktestSearch {
  const run = search['run']
  return {
    run: typeof run === 'string' && RUN.test(run) ? run : undefined,
    form: search['form'] === 'walk-forward' ? 'walk-forward' : undefined,
  }
}
