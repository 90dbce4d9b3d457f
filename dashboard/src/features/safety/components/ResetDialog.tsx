import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cause } from '@/lib/problem'
import { useHealth } from '@/live/heartbeat'
import { useAccount } from '@/live/views'
import { resume } from '../api/commands'
import css from './Banners.module.css'

/** What must be looked at before trading goes on, with what the system itself knows. */
export function ResetDialog({ onDone }: { onDone: () => void }) {
  const health = useHealth()
  const account = useAccount().data
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const reset = useMutation({
    mutationFn: () => resume(reason.trim()),
    onSuccess: (outcome) => {
      notifications.show({
        title: 'Trading is allowed again',
        message: outcome.detail ?? '',
        autoClose: 8000,
      })
      onDone()
    },
  })
  const feed = health === 'live' || health === 'finished' || health === 'closed'
  const open = account?.num_positions ?? null
  return (
    <Modal opened onClose={onDone} title="Reset the halt" centered size={440}>
      <ul className={css.checks}>
        <li>
          <b className={feed ? 'up' : 'down'}>{feed ? '✓' : '✕'}</b> Market data: {health}
        </li>
        <li>
          <b className={open === 0 ? 'up' : 'mute'}>{open === 0 ? '✓' : '·'}</b>{' '}
          {open === null
            ? 'Positions unknown'
            : open === 0
              ? 'No open position'
              : `${open} open, managed again after the reset`}
        </li>
        <li>
          <b className="mute">·</b> Halted because: {account?.halt_reason ?? 'no reason given'}
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
          disabled={!confirmed || reason.trim() === ''}
          loading={reset.isPending}
          onClick={() => reset.mutate()}
        >
          Reset the halt
        </Button>
      </Group>
    </Modal>
  )
}
