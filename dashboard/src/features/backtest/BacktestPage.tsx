import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Panel } from '@/components/Panel'
import type { BacktestRequest, BacktestRun } from '@/lib/api'
import { symbolsQuery } from '@/lib/queries'
import { run as runBacktest, runQuery } from './api/queries'
import css from './Backtest.module.css'
import { AtWork } from './components/AtWork'
import { RecentRuns } from './components/RecentRuns'
import { Result } from './components/Result'
import { RunForm } from './components/RunForm'
import { Running } from './components/Running'
import { WalkForward } from './components/WalkForward'

interface Props {
  run: string | undefined
  onRun: (runId: string | undefined) => void
}

/** The live rules over stored history. The address names the run, so a reload shows it again. */
export default function BacktestPage({ run, onRun }: Props) {
  const client = useQueryClient()
  const symbols = useQuery(symbolsQuery)
  const stored = useQuery({ ...runQuery(run ?? ''), enabled: Boolean(run) })
  const running = useMutation({
    mutationFn: (request: BacktestRequest) => runBacktest(request),
    onSuccess: (result) => {
      client.setQueryData(runQuery(result.run_id).queryKey, result)
      void client.invalidateQueries({ queryKey: ['backtests'] })
      onRun(result.run_id)
    },
  })
  return (
    <div className={css.page}>
      <aside className={css.side}>
        <Panel
          title="New backtest"
          loading={symbols.isPending}
          error={symbols.error}
          onRetry={() => void symbols.refetch()}
          empty={symbols.data?.length === 0 ? 'No symbol has stored history yet.' : null}
        >
          <RunForm
            symbols={symbols.data ?? []}
            busy={running.isPending}
            failure={running.error}
            onSubmit={(request) => running.mutate(request)}
          />
        </Panel>
        <AtWork />
        <RecentRuns chosen={run} onChoose={onRun} />
      </aside>
      <div className={css.main}>
        {running.isPending ? (
          <Running request={running.variables} />
        ) : run ? (
          stored.data ? (
            <Stored run={stored.data} />
          ) : (
            <Panel
              label="Result"
              loading={stored.isPending}
              error={stored.error}
              onRetry={() => void stored.refetch()}
            />
          )
        ) : (
          <Panel
            title="Result"
            empty="Run a backtest, or choose a recent run. The same engine that trades live goes over the stored bars."
          />
        )}
      </div>
    </div>
  )
}

function Stored({ run }: { run: BacktestRun }) {
  return run.kind === 'WALK_FORWARD' ? <WalkForward result={run} /> : <Result result={run} />
}
