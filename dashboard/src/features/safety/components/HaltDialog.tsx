import { Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cause } from '@/lib/problem'
import { usePositions } from '@/live/views'
import { halt } from '../api/commands'

const WORD = 'HALT'
const CHOICES = [
  { value: 'flatten', label: 'Close all at market' },
  { value: 'keep', label: 'Keep them, stops stay with the broker' },
]

const waiting = (pending: string[]) =>
  pending.length > 0 ? [`Still waiting for: ${pending.join(', ')}.`] : []

/** The kill switch: a typed word, a reason for the audit log, and a choice for what is open. No way round it. */
export function HaltDialog({ onDone }: { onDone: () => void }) {
  const open = usePositions().data?.length ?? 0
  const [choice, setChoice] = useState('flatten')
  const [reason, setReason] = useState('')
  const [word, setWord] = useState('')
  const stop = useMutation({
    mutationFn: () => halt(reason.trim(), choice === 'flatten'),
    onSuccess: (outcome) => {
      notifications.show({
        color: 'red',
        title: 'Trading is halted',
        message: [
          outcome.detail ?? 'No new positions until someone resets the halt.',
          ...waiting(outcome.pending),
        ].join(' '),
        autoClose: false,
      })
      onDone()
    },
  })
  const ready = word.trim() === WORD && reason.trim() !== ''
  const count = open === 1 ? 'the open position' : `the ${open} open positions`
  return (
    <Modal opened onClose={onDone} title="Halt trading" centered size={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !stop.isPending) stop.mutate()
        }}
      >
        <p>
          New orders stop at once and working orders are cancelled.{' '}
          {open > 0 ? `You choose what happens to ${count}. ` : 'Nothing is open. '}A halt stays until someone
          resets it.
        </p>
        <NativeSelect
          mt="md"
          label="Open positions"
          data={CHOICES}
          value={choice}
          onChange={(event) => setChoice(event.currentTarget.value)}
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
        <TextInput
          mt="md"
          label={`Type ${WORD} to confirm`}
          autoComplete="off"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        {stop.isError && (
          <p role="alert" className="down">
            Not halted: {cause(stop.error)}
          </p>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" disabled={!ready} loading={stop.isPending}>
            Halt trading
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
