import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Panel } from '@/components/Panel'

export function NotFound() {
  return (
    <Panel
      title="Not found"
      empty={
        <>
          There is nothing at this address. <Link to="/live">Go to Live</Link>
        </>
      }
    />
  )
}

/** One broken page leaves the safety bar alone. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  return <Panel title="This page failed" error={error} onRetry={reset} />
}
