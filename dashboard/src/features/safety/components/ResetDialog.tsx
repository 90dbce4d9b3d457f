import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ReasonDialog } from '@/components/ReasonDialog'
import type { CheckItem } from '@/lib/api'
import { cause } from '@/lib/problem'
import { useHealth } from '@/live/heartbeat'
import { killSwitchQuery, resume } from '../api/commands'
import css from './Banners.module.css'

const NAMES: Record<string, string> = {
  'execution-reconciled': 'Our books are the broker’s',
  'no-open-orders': 'No order is open',
  'no-unknown-orders': 'Every order’s fate is known',
}
const DRAWDOWN = 'drawdown-acknowledged'

/** What must be so before trading goes on, as the system found it; the drawdown is for a person to acknowledge. */
export function ResetDialog({ onDone }: { onDone: () => void }) {
  const health = useHealth()
  const halt = useQuery(killSwitchQuery)
  const [confirmed, setConfirmed] = useState(false)
  const [acknowledged, setAcknowledged] = useState(false)
  const items = halt.data?.checklist ?? []
  const drawdown = items.find((item) => item.name === DRAWDOWN)
  const asksForDrawdown = drawdown !== undefined && !drawdown.ok
  const green = halt.data !== undefined && items.every((item) => item.ok || item.name === DRAWDOWN)
  const feed = health === 'live' || health === 'finished' || health === 'closed'
  return (
    <ReasonDialog
      title="Reset the halt"
      action="Reset the halt"
      refused="Not reset"
      ready={green && confirmed && (!asksForDrawdown || acknowledged)}
      send={(reason) => resume(reason, acknowledged)}
      tell={({ detail }) => ({ title: 'Trading is allowed again', message: detail ?? '' })}
      onDone={onDone}
      confirmation={
        <>
          {asksForDrawdown && (
            <Checkbox
              mt="md"
              label="I acknowledge the drawdown: trading goes on at reduced sizes, from a new peak"
              checked={acknowledged}
              onChange={(event) => setAcknowledged(event.currentTarget.checked)}
            />
          )}
          <Checkbox
            mt="md"
            label="I have looked at the cause; the strategy may open positions again"
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        </>
      }
    >
      {halt.isError && <p className="down">The checklist cannot be read: {cause(halt.error)}</p>}
      <ul className={css.checks} aria-label="Checklist">
        {items
          .filter((item) => item.name !== DRAWDOWN)
          .map((item) => (
            <Check key={item.name} item={item} />
          ))}
        <li>
          <b className={feed ? 'up' : 'mute'}>{feed ? '✓' : '·'}</b> Market data: {health}
        </li>
        <li>
          <b className="mute">·</b> Halted because: {halt.data?.halt_reason ?? 'no reason given'}
          {halt.data?.halted_by ? `, by ${halt.data.halted_by}` : ''}
        </li>
      </ul>
    </ReasonDialog>
  )
}

function Check({ item }: { item: CheckItem }) {
  return (
    <li>
      <b className={item.ok ? 'up' : 'down'}>{item.ok ? '✓' : '✕'}</b> {NAMES[item.name] ?? item.name}
      {item.ok ? '' : `: ${item.detail}`}
    </li>
  )
}
