import { Button, Loader } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Panel } from '@/components/Panel'
import { mode } from '@/lib/format'
import { cause } from '@/lib/problem'
import { stageOf } from '../api/progress'
import { atWorkQuery, cancelRun, type Started } from '../api/queries'
import css from '../Backtest.module.css'
import { RunBar } from './RunBar'

/** The run that this page waits for. */
export function Running({ started }: { started: Started }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((s) => s + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const shown = useRef<HTMLDivElement>(null)
  // On a narrow screen it stands below the form.
  useEffect(() => {
    void shown.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const atWork = useQuery({ ...atWorkQuery, refetchInterval: 2_000 })
  const cancel = useMutation({ mutationFn: cancelRun })
  const progress = atWork.data?.find((run) => run.request_id === started.requestId)
  const { request } = started
  return (
    <Panel title={started.kind === 'BACKTEST' ? 'Running a backtest' : 'Running a walk-forward'}>
      <div ref={shown} className={css.running}>
        <Loader size="sm" />
        <span>
          {request.symbol}, {request.start_date} to {request.end_date}, {mode(request.strategy_mode)}
        </span>
        <div className={css.progress}>
          {progress && progress.total > 0 && <RunBar run={progress} />}
          <span role="status">{progress ? stageOf(progress) : 'Asking for the bars'}</span>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          disabled={progress?.state === 'STORING'}
          onClick={() => cancel.mutate(started.requestId)}
        >
          Cancel
        </Button>
        {cancel.isError && (
          <p role="alert" className="down">
            {cause(cancel.error)}
          </p>
        )}
        <span className="mute">
          {seconds} s. The run is kept: it appears under recent runs even if you leave.
        </span>
      </div>
    </Panel>
  )
}
