import type { RunProgress } from '@/lib/api'
import { kindOf } from '../api/progress'

export function RunBar({ run }: { run: RunProgress }) {
  return (
    <progress
      value={run.done}
      max={run.total}
      aria-label={`Progress of the ${kindOf(run).toLowerCase()} of ${run.symbol}`}
    />
  )
}
