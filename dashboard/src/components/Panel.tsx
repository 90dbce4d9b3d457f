import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { cause, Problem } from '@/lib/problem'
import css from './Panel.module.css'

/** What a panel is told about its data; it shows one of four faces. */
export interface Face {
  loading?: boolean
  error?: unknown
  /** A sentence, and where there is one a next step. */
  empty?: ReactNode
  /** How old the data is, once it is too old to trust. */
  stale?: string | null
  onRetry?: () => void
}

interface Props extends Face {
  title?: ReactNode
  aside?: ReactNode
  /** Name for assistive technology where there is no visible title. */
  label?: string
  className?: string
  flush?: boolean
  children?: ReactNode
}

export function Panel({ title, aside, label, className = '', flush = false, children, ...face }: Props) {
  const name = label ?? (typeof title === 'string' ? title : undefined)
  return (
    <section className={`${css.panel} ${className}`} aria-label={name} aria-busy={face.loading || undefined}>
      {(title || aside) && (
        <header className={css.head}>
          {title && <h2 className={css.title}>{title}</h2>}
          <div className={css.aside}>
            {face.stale && <StaleBadge age={face.stale} />}
            {aside}
          </div>
        </header>
      )}
      <div className={`${css.body} ${flush ? css.flush : ''}`} data-stale={Boolean(face.stale) || undefined}>
        <Faces {...face}>{children}</Faces>
      </div>
    </section>
  )
}

/** The four faces: failed, loading, empty, and the content (dimmed by the panel when stale). */
export function Faces({ loading, error, empty, onRetry, children }: Face & { children?: ReactNode }) {
  if (error) return <Failed error={error} onRetry={onRetry} />
  if (loading) return <Loading onRetry={onRetry} />
  if (empty) return <div className={css.note}>{empty}</div>
  return <>{children}</>
}

export function StaleBadge({ age }: { age: string }) {
  return <span className={css.stale}>stale · {age}</span>
}

function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const id = error instanceof Problem ? error.correlationId : null
  return (
    <div className={css.note} role="alert">
      <strong>{error instanceof Problem ? error.title : 'This panel failed'}</strong>
      <span>{cause(error)}</span>
      {id && <code className="mono mute">trace {id}</code>}
      {onRetry && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

/** Nothing for 150 ms, a quiet block then, words after 10 s, a way out after 30 s. */
function Loading({ onRetry }: { onRetry?: () => void }) {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const steps = [150, 10_000, 30_000].map((ms) => setTimeout(() => setWaited(ms), ms))
    return () => steps.forEach(clearTimeout)
  }, [])
  return (
    <div className={css.note} data-testid="loading">
      {waited >= 150 && (
        <span className="mute">{waited < 10_000 ? 'Loading…' : 'This takes longer than usual.'}</span>
      )}
      {waited >= 30_000 && onRetry && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
