import type { Trade } from '@/lib/api'
import { csv, type Cell } from '@/lib/csv'

const HEADER = [
  'id',
  'symbol',
  'side',
  'status',
  'shares',
  'entry_time_utc',
  'entry_price',
  'exit_time_utc',
  'exit_price',
  'stop_loss',
  'take_profit',
  'realized_pnl',
  'realized_pnl_pct',
  'commission',
  'slippage',
  'strategy',
  'regime',
  'exit_reason',
  'signal_reason',
  'account',
] as const

const utc = (time: string | null | undefined) => (time ? new Date(time).toISOString() : null)

/** Raw numbers and UTC times; the last column says that the data is simulated. */
export function tradeCsv(trades: readonly Trade[]): string {
  const rows = trades.map((trade): Cell[] => [
    trade.id,
    trade.symbol,
    trade.side > 0 ? 'LONG' : 'SHORT',
    trade.status,
    trade.shares,
    utc(trade.entry_time),
    trade.entry_price,
    utc(trade.exit_time),
    trade.exit_price,
    trade.stop_loss,
    trade.take_profit,
    trade.realized_pnl,
    trade.realized_pnl_pct,
    trade.commission,
    trade.slippage,
    trade.strategy,
    trade.regime,
    trade.exit_reason,
    trade.signal_reason,
    'PAPER',
  ])
  return csv(HEADER, rows)
}
