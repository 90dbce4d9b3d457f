import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Panel } from '@/components/Panel'
import { cause } from '@/lib/problem'
import { atWorkQuery, cancelWalkForward } from '../api/queries'
import css from '../Backtest.module.css'

/** Walk-forwards that anyone started; nothing is shown while there are none. */
export function AtWork() {
  const client = useQueryClient()
  const running = useQuery(atWorkQuery).data ?? []
  const cancel = useMutation({
    mutationFn: cancelWalkForward,
    onSettled: () => client.invalidateQueries({ queryKey: atWorkQuery.queryKey }),
  })
  const before = useRef(0)
  useEffect(() => {
    if (running.length < before.current) void client.invalidateQueries({ queryKey: ['backtests'] })
    before.current = running.length
  }, [client, running.length])
  if (running.length === 0) return null
  return (
    <Panel title="At work">
      <ul className={css.atWork}>
        {running.map((run) => {
          const done = run.total > 0 ? (run.done / run.total) * 100 : 0
          return (
            <li key={run.run_id}>
              <span>
                Walk-forward of <b>{run.symbol}</b>, {done.toFixed(0)}%
              </span>
              <Button
                size="compact-xs"
                variant="default"
                loading={cancel.isPending && cancel.variables === run.run_id}
                onClick={() => cancel.mutate(run.run_id)}
              >
                Cancel
              </Button>
              <progress value={done} max={100} aria-label={`Progress of the walk-forward of ${run.symbol}`} />
            </li>
          )
        })}
      </ul>
      {cancel.isError && (
        <p role="alert" className="down">
          {cause(cancel.error)}
        </p>
      )}
    </Panel>
  )
}
