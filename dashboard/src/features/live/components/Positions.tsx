import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Pnl, PnlPercent, Side } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import type { Position, Trade } from '@/lib/api'
import { barTime, count, mode, money, multiple, num, price } from '@/lib/format'
import { tradesQuery } from '@/lib/queries'
import { useHealth, useStale } from '@/live/heartbeat'
import { usePositions } from '@/live/views'
import { lossAtStop, multipleOfRisk } from '../api/stops'
import { CloseDialog } from './CloseDialog'
import css from './Positions.module.css'
import { StopTrack } from './StopTrack'

const HEADS = [
  'Symbol',
  'Side',
  '#Qty',
  '#Entry',
  '#Last',
  '#P&L',
  '#P&L %',
  '#R',
  'Stop – target',
  '#Risk at stop',
  'Strategy',
  'Opened',
  '',
]

export function Positions({ className }: { className?: string }) {
  const positions = usePositions().data
  const stale = useStale()
  const health = useHealth()
  const [closing, setClosing] = useState<Position | null>(null)
  const open = useQuery({
    ...tradesQuery({ page: 1, pageSize: 20, status: 'OPEN' }),
    enabled: Boolean(positions?.length),
  })
  const trades = open.data?.trades ?? []
  return (
    <Panel
      title={`Open positions (${positions?.length ?? 0})`}
      aside="stops and targets are held by the broker"
      className={className}
      flush
      stale={stale}
      loading={!positions && health !== 'disconnected'}
      empty={
        !positions
          ? 'Not connected.'
          : positions.length === 0
            ? 'No open position. The next entry signal that passes the risk checks opens one.'
            : null
      }
    >
      <div className={css.scroll} tabIndex={0} role="region" aria-label="Open positions">
        <table className="grid">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} className={head.startsWith('#') ? 'num' : ''}>
                  {head.replace('#', '') || <span className="sr">Actions</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {positions?.map((position) => (
              <Row
                key={position.id}
                position={position}
                trade={trades.find(
                  (trade) => trade.id === position.id || trade.entry_order_id === position.entry_order_id,
                )}
                onClose={() => setClosing(position)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {closing && <CloseDialog position={closing} onDone={() => setClosing(null)} />}
    </Panel>
  )
}

function Row({
  position,
  trade,
  onClose,
}: {
  position: Position
  trade: Trade | undefined
  onClose: () => void
}) {
  const risk = num(trade?.signal_explanation?.risk_amount)
  return (
    <tr>
      <td>
        <b>{position.symbol}</b>
      </td>
      <td>
        <Side side={position.side} />
      </td>
      <td className="num">{count(position.shares)}</td>
      <td className="num">{price(position.entry_price)}</td>
      <td className="num">
        <b>{price(position.current_price)}</b>
      </td>
      <td className="num">
        <Pnl value={position.unrealized_pnl} />
      </td>
      <td className="num">
        <PnlPercent value={position.unrealized_pnl_pct} />
      </td>
      <td className="num" title="Open profit in units of the risk taken at entry">
        {multiple(multipleOfRisk(position.unrealized_pnl, risk))}
      </td>
      <td>
        <StopTrack
          stop={num(position.stop_loss)}
          target={num(position.take_profit)}
          last={num(position.current_price)}
          entry={num(position.entry_price)}
        />
      </td>
      <td className="num" title="Given up against the last price if the stop is hit">
        {money(lossAtStop(position))}
      </td>
      <td>{mode(position.strategy ?? trade?.strategy)}</td>
      <td>{barTime(position.entry_time)}</td>
      <td className="num">
        <Button size="compact-xs" variant="default" onClick={onClose} aria-label={`Close ${position.symbol}`}>
          Close
        </Button>
      </td>
    </tr>
  )
}
