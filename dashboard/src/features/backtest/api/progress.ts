import type { RunProgress } from '@/lib/api'
import { age, count } from '@/lib/format'

export function kindOf({ kind }: Pick<RunProgress, 'kind'>): string {
  return kind === 'WALK_FORWARD' ? 'Walk-forward' : 'Backtest'
}

/** What a run is doing, how far it is and, where that can be told, how long it will take. */
export function stageOf(run: RunProgress): string {
  switch (run.state) {
    case 'FETCHING':
      return run.done > 0 ? `Fetching bars, ${count(run.done)} so far` : 'Fetching bars'
    case 'STORING':
      return 'Storing the result'
    case 'CANCELLED':
      return 'Cancelled, ending'
    default: {
      if (run.total === 0) return 'Computing'
      const share = `${Math.floor((run.done / run.total) * 100)}%`
      return `${share}, ${count(run.done)} of ${count(run.total)} pieces${leftOf(run.seconds_left)}`
    }
  }
}

function leftOf(seconds: number | null): string {
  if (seconds === null) return ''
  return seconds < 10 ? ', a few seconds left' : `, about ${age(seconds * 1000)} left`
}
