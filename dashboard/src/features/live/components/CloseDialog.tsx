import { Button, Group, Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Pnl } from '@/components/Figures'
import { api, intention, take, type Position } from '@/lib/api'
import { count, price } from '@/lib/format'
import { cause } from '@/lib/problem'

/** Asks for a reason and shows what the close is worth at the last price. */
export function CloseDialog({ position, onDone }: { position: Position; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const [headers] = useState(intention)
  const close = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/positions/{symbol}/close', {
          params: { path: { symbol: position.symbol }, header: headers },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: (outcome) => {
      notifications.show({
        title: `Closing ${position.symbol}`,
        message: outcome.detail ?? 'The order is on its way; the fill appears in the activity.',
        autoClose: 8000,
      })
      onDone()
    },
  })
  return (
    <Modal opened onClose={onDone} title={`Close ${position.symbol}`} centered>
      <p>
        Closes {count(position.shares)} {position.symbol} at market, about {price(position.current_price)}:{' '}
        <Pnl value={position.unrealized_pnl} />.
      </p>
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
      {close.isError && (
        <p role="alert" className="down">
          Not closed: {cause(close.error)}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          color="red.9"
          disabled={reason.trim() === ''}
          loading={close.isPending}
          onClick={() => close.mutate()}
        >
          Close position
        </Button>
      </Group>
    </Modal>
  )
}
