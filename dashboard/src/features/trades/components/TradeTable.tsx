import { useRef } from 'react'
import { Pnl, PnlPercent, Side } from '@/components/Figures'
import type { Trade } from '@/lib/api'
import { barTime, count, holding, mode, price, words } from '@/lib/format'
import { useHotkeys } from '@/lib/keys'
import css from '../Trades.module.css'

const HEADS = [
  'Entered',
  'Symbol',
  'Side',
  '#Qty',
  '#Entry',
  '#Exit',
  '#P&L',
  '#P&L %',
  '#Held',
  'Strategy',
  'Regime',
  'Exit',
  'Status',
]

export function TradeTable({ trades, onOpen }: { trades: readonly Trade[]; onOpen: (trade: Trade) => void }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const step = (by: number) => {
    const rows = [...(body.current?.rows ?? [])]
    const now = rows.findIndex((row) => row === document.activeElement)
    rows[Math.max(0, Math.min(rows.length - 1, now + by))]?.focus()
  }
  useHotkeys({ j: () => step(1), k: () => step(-1) })
  return (
    <div className={css.scroll}>
      <table className="grid">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} className={head.startsWith('#') ? 'num' : ''}>
                {head.replace('#', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {trades.map((trade) => (
            <Row key={trade.id} trade={trade} onOpen={() => onOpen(trade)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ trade, onOpen }: { trade: Trade; onOpen: () => void }) {
  return (
    <tr
      className="link"
      tabIndex={0}
      title={trade.signal_explanation?.compact_reason ?? undefined}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen()
      }}
    >
      <td>{barTime(trade.entry_time)}</td>
      <td>
        <b>{trade.symbol}</b>
      </td>
      <td>
        <Side side={trade.side} />
      </td>
      <td className="num">{count(trade.shares)}</td>
      <td className="num">{price(trade.entry_price)}</td>
      <td className="num">{price(trade.exit_price)}</td>
      <td className="num">
        <Pnl value={trade.realized_pnl} />
      </td>
      <td className="num">
        <PnlPercent value={trade.realized_pnl_pct} />
      </td>
      <td className="num">{holding(trade.entry_time, trade.exit_time)}</td>
      <td>{mode(trade.strategy)}</td>
      <td>{words(trade.regime)}</td>
      <td>{words(trade.exit_reason)}</td>
      <td>
        <span className={css.status} data-status={trade.status}>
          {words(trade.status)}
        </span>
      </td>
    </tr>
  )
}
