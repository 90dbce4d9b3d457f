import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Panel } from '@/components/Panel'
import type { BacktestRequest } from '@/lib/api'
import { mode } from '@/lib/format'
import css from '../Backtest.module.css'

export function Running({ request }: { request: BacktestRequest | undefined }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((s) => s + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Panel title="Running">
      <div className={css.running} role="status">
        <Loader size="sm" />
        <span>
          {request?.symbol}, {request?.start_date} to {request?.end_date}, {mode(request?.strategy_mode)}
        </span>
        <span className="mute">
          {seconds} s{seconds >= 10 ? ', longer than usual' : ''}. The run is kept: it appears under recent
          runs even if you leave.
        </span>
      </div>
    </Panel>
  )
}
