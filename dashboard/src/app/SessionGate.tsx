import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { Logo } from '@/components/Icons'
import { useSession } from '@/lib/session'
import css from './SessionGate.module.css'

/** Asks the server of this page for the local token; where it has none, a person types it. */
export function SessionGate({ children }: { children: ReactNode }) {
  const stage = useSession((session) => session.stage)
  const ask = useSession((session) => session.ask)
  useEffect(() => void ask(), [ask])
  useEffect(() => {
    if (stage !== 'unreachable') return
    const timer = setTimeout(() => void ask(), 3000)
    return () => clearTimeout(timer)
  }, [stage, ask])
  if (stage === 'open') return <>{children}</>
  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.brand}>
          <Logo />
          <h1>FluxHero</h1>
        </div>
        {stage === 'login' && <Login />}
        {stage === 'asking' && <p className="mute">Connecting…</p>}
        {stage === 'unreachable' && (
          <p role="alert">
            The server does not answer. Trying again every 3 s; <code>./fluxhero status</code> tells what is
            running.
          </p>
        )}
      </div>
    </main>
  )
}

function Login() {
  const enter = useSession((session) => session.enter)
  const note = useSession((session) => session.note)
  const [token, setToken] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (token.trim() !== '') enter(token)
      }}
    >
      <PasswordInput
        label="Access token"
        description={
          <>
            <code>./fluxhero token</code> prints it; in containers it is <code>FLUXHERO_AUTH_SECRET</code> of{' '}
            <code>.env</code>. It stays in the memory of this tab only.
          </>
        }
        autoComplete="off"
        autoFocus
        error={note}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <Button type="submit" mt="md" fullWidth disabled={token.trim() === ''}>
        Open the dashboard
      </Button>
    </form>
  )
}
