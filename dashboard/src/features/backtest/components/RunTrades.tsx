import { useMemo, useState } from 'react'
import { Pnl, PnlPercent, Side } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import type { BacktestResult, BacktestTrade } from '@/lib/api'
import { barTime, count, mode, num, price, UNKNOWN, words } from '@/lib/format'
import css from '../Backtest.module.css'

interface Column {
  name: string
  numeric?: boolean
  key: (trade: BacktestTrade) => number | string | null
}

const COLUMNS: readonly Column[] = [
  { name: 'Entered', key: (trade) => trade.entry_time },
  { name: 'Exited', key: (trade) => trade.exit_time ?? null },
  { name: 'Side', key: (trade) => trade.side },
  { name: 'Qty', numeric: true, key: (trade) => trade.shares },
  { name: 'Entry', numeric: true, key: (trade) => num(trade.entry_price) },
  { name: 'Exit', numeric: true, key: (trade) => num(trade.exit_price) },
  { name: 'P&L', numeric: true, key: (trade) => num(trade.pnl) },
  { name: 'P&L %', numeric: true, key: (trade) => num(trade.pnl_pct) },
  { name: 'Bars', numeric: true, key: (trade) => trade.holding_bars ?? null },
  { name: 'Strategy', key: (trade) => trade.strategy ?? null },
  { name: 'Regime', key: (trade) => trade.regime ?? null },
  { name: 'Exit by', key: (trade) => trade.exit_reason ?? null },
]

/** Unknown values go last in both directions. */
export function sorted(trades: readonly BacktestTrade[], column: number, down: boolean): BacktestTrade[] {
  const key = COLUMNS[column]?.key ?? (() => null)
  return trades.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const order = a < b ? -1 : a > b ? 1 : 0
    return down ? -order : order
  })
}

export function RunTrades({ result }: { result: BacktestResult }) {
  const [{ column, down }, setOrder] = useState({ column: 0, down: true })
  const trades = useMemo(() => sorted(result.trades, column, down), [result.trades, column, down])
  return (
    <Panel
      title={`Trades (${result.trades.length})`}
      aside={
        result.open_position
          ? `one position still open at the end: ${count(result.open_position.shares)} shares`
          : null
      }
      flush
      empty={result.trades.length === 0 ? 'The rules found no trade in this period.' : null}
    >
      <div className={css.tradeScroll} tabIndex={0} role="region" aria-label="Trades of the run">
        <table className="grid">
          <thead>
            <tr>
              {COLUMNS.map(({ name, numeric }, i) => (
                <th
                  key={name}
                  className={numeric ? 'num' : ''}
                  aria-sort={i === column ? (down ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    className={css.sort}
                    onClick={() => setOrder({ column: i, down: i === column ? !down : true })}
                  >
                    {name}
                    {i === column ? (down ? ' ↓' : ' ↑') : ''}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trades.map((trade) => (
              <tr
                key={trade.id ?? `${trade.entry_time}-${trade.side}`}
                title={trade.signal_reason ?? undefined}
              >
                <td>{barTime(trade.entry_time)}</td>
                <td>{barTime(trade.exit_time)}</td>
                <td>
                  <Side side={trade.side} />
                </td>
                <td className="num">{count(trade.shares)}</td>
                <td className="num">{price(trade.entry_price)}</td>
                <td className="num">{price(trade.exit_price)}</td>
                <td className="num">
                  <Pnl value={trade.pnl} />
                </td>
                <td className="num">
                  <PnlPercent value={trade.pnl_pct} />
                </td>
                <td className="num">{trade.holding_bars ?? UNKNOWN}</td>
                <td>{mode(trade.strategy)}</td>
                <td>{words(trade.regime)}</td>
                <td>{words(trade.exit_reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
