import { useQuery } from '@tanstack/react-query'
import { PnlPercent } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import { dateTime, fixed, mode } from '@/lib/format'
import { runsQuery } from '../api/queries'
import css from '../Backtest.module.css'

export function RecentRuns({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (runId: string) => void
}) {
  const runs = useQuery(runsQuery)
  return (
    <Panel
      title="Recent runs"
      className={css.runs}
      flush
      loading={runs.isPending}
      error={runs.error}
      onRetry={() => void runs.refetch()}
      empty={runs.data?.length === 0 ? 'None yet. Each run is kept and appears here.' : null}
    >
      <ul className={css.runList}>
        {runs.data?.map((run) => (
          <li key={run.run_id}>
            <button
              type="button"
              aria-current={run.run_id === chosen || undefined}
              onClick={() => onChoose(run.run_id)}
            >
              <span>
                <b>{run.symbol}</b> <time>{run.start_date}</time> – <time>{run.end_date}</time>
              </span>
              <span>
                <PnlPercent value={run.total_return_pct} />
              </span>
              <small>
                {run.kind === 'WALK_FORWARD' ? 'Walk-forward · ' : ''}
                {mode(run.strategy_mode)} · Sharpe {fixed(run.sharpe_ratio)} · {run.num_trades ?? '–'} trades
              </small>
              <small>{run.created_at ? dateTime(run.created_at) : ''}</small>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
