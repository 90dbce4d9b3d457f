import { Button, Group, Modal, Textarea } from '@mantine/core'
import { notifications, type NotificationData } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CommandOutcome } from '@/lib/api'
import { cause } from '@/lib/problem'

interface Props {
  title: string
  /** What the button that does it says. */
  action: string
  /** What did not happen when the server refuses: "Not halted". */
  refused: string
  /** Whether all that is asked for beside the reason is there. */
  ready?: boolean
  danger?: boolean
  send: (reason: string) => Promise<CommandOutcome>
  tell: (outcome: CommandOutcome) => NotificationData
  onDone: () => void
  /** What the person reads and chooses before the reason. */
  children: ReactNode
  /** What they confirm after it. */
  confirmation?: ReactNode
}

/** A command that the audit log keeps with its reason: stays open with the cause when it is refused. */
export function ReasonDialog(props: Props) {
  const { title, action, refused, ready = true, danger, send, tell, onDone, children, confirmation } = props
  const [reason, setReason] = useState('')
  const command = useMutation({
    mutationFn: () => send(reason.trim()),
    onSuccess: (outcome) => {
      notifications.show({ autoClose: 8000, ...tell(outcome) })
      onDone()
    },
  })
  const complete = ready && reason.trim() !== ''
  return (
    <Modal opened onClose={onDone} title={title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (complete && !command.isPending) command.mutate()
        }}
      >
        {children}
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
        {confirmation}
        {command.isError && (
          <p role="alert" className="down">
            {refused}: {cause(command.error)}
          </p>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button
            type="submit"
            color={danger ? 'red.9' : undefined}
            disabled={!complete}
            loading={command.isPending}
          >
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
