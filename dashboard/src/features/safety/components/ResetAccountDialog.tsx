import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ReasonDialog } from '@/components/ReasonDialog'
import { usePositions } from '@/live/views'
import { resetPaperAccount } from '../api/commands'

/** A flat paper account begins anew; what was traded stays on record, and the server has the last word on what is flat. */
export function ResetAccountDialog({ onDone }: { onDone: () => void }) {
  const held = usePositions().data ?? []
  const [capital, setCapital] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const amount = capital.trim() === '' ? null : Number(capital)
  const wrong = amount !== null && !(amount >= 1 && amount <= 1_000_000_000)
  return (
    <ReasonDialog
      title="Reset paper account"
      action="Reset account"
      refused="Not reset"
      ready={held.length === 0 && confirmed && !wrong}
      send={(reason) => resetPaperAccount(reason, amount)}
      tell={({ detail }) => ({ title: 'The paper account is being reset', message: detail ?? '' })}
      onDone={onDone}
      confirmation={
        <Checkbox
          mt="md"
          label="Start anew with this capital"
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
      }
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
    </ReasonDialog>
  )
}
