import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Panel } from '@/components/Panel'
import { cause } from '@/lib/problem'
import { kindOf, stageOf } from '../api/progress'
import { atWorkQuery, cancelRun } from '../api/queries'
import css from '../Backtest.module.css'
import { RunBar } from './RunBar'

/** Runs that anyone started, but for the one shown elsewhere; nothing is shown while there are none. */
export function AtWork({ except }: { except: string | undefined }) {
  const client = useQueryClient()
  const all = useQuery(atWorkQuery).data ?? []
  const running = all.filter((run) => run.request_id !== except)
  const cancel = useMutation({
    mutationFn: cancelRun,
    onSettled: () => client.invalidateQueries({ queryKey: atWorkQuery.queryKey }),
  })
  const before = useRef(0)
  useEffect(() => {
    if (all.length < before.current) void client.invalidateQueries({ queryKey: ['backtests'] })
    before.current = all.length
  }, [client, all.length])
  if (running.length === 0) return null
  return (
    <Panel title="At work">
      <ul className={css.atWork}>
        {running.map((run) => (
          <li key={run.request_id}>
            <span>
              {kindOf(run)} of <b>{run.symbol}</b>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Cancel the ${kindOf(run).toLowerCase()} of ${run.symbol}`}
              disabled={run.state === 'STORING' || run.state === 'CANCELLED'}
              loading={cancel.isPending && cancel.variables === run.request_id}
              onClick={() => cancel.mutate(run.request_id)}
            >
              Cancel
            </Button>
            {run.total > 0 && <RunBar run={run} />}
            <small className="mute">{stageOf(run)}</small>
          </li>
        ))}
      </ul>
      {cancel.isError && (
        <p role="alert" className="down">
          {cause(cancel.error)}
        </p>
      )}
    </Panel>
  )
}
