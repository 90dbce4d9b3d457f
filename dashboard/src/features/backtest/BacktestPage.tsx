import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Panel } from '@/components/Panel'
import type { BacktestRun } from '@/lib/api'
import { cause, Problem } from '@/lib/problem'
import { symbolsQuery } from '@/lib/queries'
import { atWorkQuery, backtest, run as doRun, runQuery, walkForward, type Started } from './api/queries'
import css from './Backtest.module.css'
import { AtWork } from './components/AtWork'
import { RecentRuns } from './components/RecentRuns'
import { Result } from './components/Result'
import { RunForm } from './components/RunForm'
import { Running } from './components/Running'
import { WalkForward } from './components/WalkForward'
import { WalkForwardForm } from './components/WalkForwardForm'

export interface Search {
  run?: string
  form?: 'walk-forward'
}

interface Props {
  search: Search
  onSearch: (search: Search) => void
}

const FORMS = [
  { value: 'backtest', label: 'Backtest' },
  { value: 'walk-forward', label: 'Walk-forward' },
]

/** The live rules over stored history. The address names form and run, so a reload shows them again. */
export default function BacktestPage({ search, onSearch }: Props) {
  const { run, form } = search
  const client = useQueryClient()
  const symbols = useQuery(symbolsQuery)
  const running = useMutation({
    mutationFn: doRun,
    onSuccess: (result) => {
      client.setQueryData(runQuery(result.run_id).queryKey, result)
      void client.invalidateQueries({ queryKey: ['backtests'] })
      onSearch({ form, run: result.run_id })
    },
    onSettled: () => client.invalidateQueries({ queryKey: atWorkQuery.queryKey }),
  })
  const cancelled = isCancelled(running.error)
  const shared = (kind: Started['kind']) => ({
    symbols: symbols.data ?? [],
    busy: running.isPending,
    failure: running.variables?.kind === kind && !cancelled ? running.error : null,
  })
  const choose = (chosen: string | undefined) => {
    if (!running.isPending) running.reset()
    onSearch({ form, run: chosen })
  }
  return (
    <div className={css.page}>
      <aside className={css.side}>
        <Panel
          title="New run"
          aside={
            <SegmentedControl
              size="xs"
              aria-label="Kind of run"
              data={FORMS}
              value={form ?? 'backtest'}
              onChange={(value) => onSearch({ run, form: value === 'walk-forward' ? value : undefined })}
              transitionDuration={0}
            />
          }
          loading={symbols.isPending}
          error={symbols.error}
          onRetry={() => void symbols.refetch()}
          empty={symbols.data?.length === 0 ? 'No symbol has stored history yet.' : null}
        >
          {form === 'walk-forward' ? (
            <WalkForwardForm
              {...shared('WALK_FORWARD')}
              onSubmit={(request) => running.mutate(walkForward(request))}
            />
          ) : (
            <RunForm {...shared('BACKTEST')} onSubmit={(request) => running.mutate(backtest(request))} />
          )}
        </Panel>
        <AtWork except={running.isPending ? running.variables.requestId : undefined} />
        <RecentRuns chosen={run} onChoose={choose} />
      </aside>
      <div className={css.main}>
        {running.isPending ? (
          <Running key={running.variables.requestId} started={running.variables} />
        ) : cancelled && running.variables ? (
          <Cancelled error={running.error} onAgain={() => running.mutate(again(running.variables))} />
        ) : run ? (
          <Stored runId={run} />
        ) : (
          <Panel title="Result" empty={INVITATION[form ?? 'backtest']} />
        )}
      </div>
    </div>
  )
}

const INVITATION = {
  backtest:
    'Run a backtest, or choose a recent run. The same engine that trades live goes over the stored bars.',
  'walk-forward':
    'Run a walk-forward, or choose a recent run. It learns from some bars, tests on those that follow, and rolls on: what is shown is only what was never learned from.',
}

function isCancelled(error: unknown): boolean {
  return error instanceof Problem && error.code === 'run-cancelled'
}

/** The same run as another request: the id of the first one stands for what was cancelled. */
function again(started: Started): Started {
  return started.kind === 'BACKTEST' ? backtest(started.request) : walkForward(started.request)
}

function Cancelled({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  return (
    <Panel
      title="Cancelled"
      empty={
        <>
          <span role="status" className={css.sentence}>
            {cause(error)}.
          </span>
          <Button size="compact-xs" variant="default" onClick={onAgain}>
            Run it again
          </Button>
        </>
      }
    />
  )
}

function Stored({ runId }: { runId: string }) {
  const stored = useQuery(runQuery(runId))
  if (!stored.data) {
    return (
      <Panel
        label="Result"
        loading={stored.isPending}
        error={stored.error}
        onRetry={() => void stored.refetch()}
      />
    )
  }
  const run: BacktestRun = stored.data
  return run.kind === 'WALK_FORWARD' ? <WalkForward result={run} /> : <Result result={run} />
}
