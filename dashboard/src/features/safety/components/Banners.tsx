import { Button } from '@mantine/core'
import { useState } from 'react'
import { AlertIcon } from '@/components/Icons'
import { age, words } from '@/lib/format'
import { useConnection, useHeartbeat, useServerNow } from '@/live/heartbeat'
import { live } from '@/live/stream'
import { useAccount } from '@/live/views'
import css from './Banners.module.css'
import { ResetDialog } from './ResetDialog'

export const HALTED = 'DISABLED'

/** Full width on every page while no position may be opened. */
export function HaltBanner() {
  const account = useAccount().data
  const [asking, setAsking] = useState(false)
  if (account?.trading_status === 'REDUCED') {
    return (
      <div className={css.warn} role="status">
        <AlertIcon size={16} />
        <span>
          <b>Reduced sizes.</b> Drawdown passed the warning level: positions are halved and stops tightened.
        </span>
      </div>
    )
  }
  if (account?.trading_status !== HALTED) return null
  return (
    <div className={css.halt} role="alert">
      <AlertIcon size={16} />
      <span>
        <b>Trading is halted</b>
        {account.halt_trigger ? ` (${words(account.halt_trigger).toLowerCase()})` : ''}
        {account.halt_reason ? `: ${account.halt_reason}` : ''}. No new positions until someone resets it.
      </span>
      <Button size="compact-sm" variant="white" color="dark" onClick={() => setAsking(true)}>
        Reset…
      </Button>
      {asking && <ResetDialog onDone={() => setAsking(false)} />}
    </div>
  )
}

/** Says how old the figures are and what is being done about it. */
export function ConnectionBanner() {
  const link = useConnection()
  const { health, ageMs } = useHeartbeat()
  const now = useServerNow() - link.clockOffset
  const lost = link.lostAt !== null && now - link.lostAt > 1500
  if (link.phase === 'waiting' || (link.phase === 'connecting' && (lost || link.attempt > 1))) {
    const next = link.nextAttemptAt === null ? null : Math.max(0, link.nextAttemptAt - now)
    return (
      <div className={css.warn} role="status">
        <AlertIcon size={16} />
        <span>
          <b>
            Connection lost
            {link.lostAt === null ? '' : ` ${age(Math.round((now - link.lostAt) / 1000) * 1000)} ago`}.
          </b>{' '}
          The figures on screen are no longer live. Reconnecting (attempt {link.attempt}
          {next === null ? '' : `, in ${Math.ceil(next / 1000)} s`}).
        </span>
        <Button size="compact-sm" variant="default" onClick={() => live.reconnectNow()}>
          Reconnect now
        </Button>
      </div>
    )
  }
  if (health !== 'offline') return null
  return (
    <div className={css.warn} role="status">
      <AlertIcon size={16} />
      <span>
        <b>Prices are {age(ageMs)} old.</b> The market data feed is silent; open stops are still held by the
        broker.
      </span>
    </div>
  )
}
