import type { Trade } from '@/lib/api'
import { num } from '@/lib/format'

export interface Totals {
  closed: number
  open: number
  net: number
  /** Fraction of closed trades with a gain; null without closed trades. */
  winRate: number | null
  /** Gains over losses; null without losses. */
  profitFactor: number | null
  expectancy: number | null
  costs: number
}

export function totalsOf(trades: readonly Trade[]): Totals {
  const results = trades
    .filter((trade) => trade.status === 'CLOSED')
    .map((trade) => num(trade.realized_pnl) ?? 0)
  const gains = results.filter((pnl) => pnl > 0)
  const won = sum(gains)
  const lost = -sum(results.filter((pnl) => pnl < 0))
  const net = sum(results)
  return {
    closed: results.length,
    open: trades.filter((trade) => trade.status === 'OPEN').length,
    net,
    winRate: results.length > 0 ? gains.length / results.length : null,
    profitFactor: lost > 0 ? won / lost : null,
    expectancy: results.length > 0 ? net / results.length : null,
    costs: sum(trades.map((trade) => (num(trade.commission) ?? 0) + (num(trade.slippage) ?? 0))),
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
