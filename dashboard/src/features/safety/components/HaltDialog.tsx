import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ReasonDialog } from '@/components/ReasonDialog'
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
  const [word, setWord] = useState('')
  const count = open === 1 ? 'the open position' : `the ${open} open positions`
  return (
    <ReasonDialog
      title="Halt trading"
      action="Halt trading"
      refused="Not halted"
      ready={word.trim() === WORD}
      danger
      send={(reason) => halt(reason, choice === 'flatten')}
      tell={(outcome) => ({
        color: 'red',
        title: 'Trading is halted',
        message: [
          outcome.detail ?? 'No new positions until someone resets the halt.',
          ...waiting(outcome.pending),
        ].join(' '),
        autoClose: false,
      })}
      onDone={onDone}
      confirmation={
        <TextInput
          mt="md"
          label={`Type ${WORD} to confirm`}
          autoComplete="off"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
      }
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
    </ReasonDialog>
  )
}
