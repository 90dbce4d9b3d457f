import { Button, Checkbox, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cause } from '@/lib/problem'
import { usePositions } from '@/live/views'
import { resetPaperAccount } from '../api/commands'

/** A flat paper account begins anew; what was traded stays on record, and the server has the last word on what is flat. */
export function ResetAccountDialog({ onDone }: { onDone: () => void }) {
  const held = usePositions().data ?? []
  const [capital, setCapital] = useState('')
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const amount = capital.trim() === '' ? null : Number(capital)
  const wrong = amount !== null && !(amount >= 1 && amount <= 1_000_000_000)
  const reset = useMutation({
    mutationFn: () => resetPaperAccount(reason.trim(), amount),
    onSuccess: (outcome) => {
      notifications.show({
        title: 'The paper account is being reset',
        message: outcome.detail ?? '',
        autoClose: 8000,
      })
      onDone()
    },
  })
  const ready = held.length === 0 && confirmed && !wrong && reason.trim() !== ''
  return (
    <Modal opened onClose={onDone} title="Reset paper account" centered size={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !reset.isPending) reset.mutate()
        }}
      >
        <p>
          The cash of the account is moved to its starting capital. Orders, trades and equity so far stay on
          record; profit, drawdown and the loss of the day count anew. A halt stays until someone resets it.
        </p>
        {held.length > 0 && (
          <p role="status" className="down">
            Still held: {held.map((one) => one.symbol).join(', ')}. Close the positions or halt trading first.
          </p>
        )}
        <TextInput
          mt="md"
          label="Starting capital (empty: what the account was opened with)"
          inputMode="decimal"
          autoComplete="off"
          value={capital}
          error={wrong ? 'From 1 to 1,000,000,000' : undefined}
          onChange={(event) => setCapital(event.currentTarget.value)}
        />
        <Textarea
          mt="md"
          label="Reason (kept in the audit log)"
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          mt="md"
          label="Start anew with this capital"
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
          <Button type="submit" disabled={!ready} loading={reset.isPending}>
            Reset account
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
