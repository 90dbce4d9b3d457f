import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [acknowledged, setAcknowledged] = useState(false)
  const reset = useMutation({
    mutationFn: () => resume(reason.trim(), acknowledged),
    onSuccess: (outcome) => {
      notifications.show({
        title: 'Trading is allowed again',
        message: outcome.detail ?? '',
        autoClose: 8000,
      })
      onDone()
    },
  })
  const items = halt.data?.checklist ?? []
  const drawdown = items.find((item) => item.name === DRAWDOWN)
  const asksForDrawdown = drawdown !== undefined && !drawdown.ok
  const green = halt.data !== undefined && items.every((item) => item.ok || item.name === DRAWDOWN)
  const feed = health === 'live' || health === 'finished' || health === 'closed'
  return (
    <Modal opened onClose={onDone} title="Reset the halt" centered size={440}>
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
      <Textarea
        mt="md"
        label="Reason (kept in the audit log)"
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
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
      {reset.isError && (
        <p role="alert" className="down">
          Not reset: {cause(reset.error)}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          disabled={!green || !confirmed || (asksForDrawdown && !acknowledged) || reason.trim() === ''}
          loading={reset.isPending}
          onClick={() => reset.mutate()}
        >
          Reset the halt
        </Button>
      </Group>
    </Modal>
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
