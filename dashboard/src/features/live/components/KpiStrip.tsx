import type { ReactNode } from 'react'
import { Meter, Pnl, PnlPercent } from '@/components/Figures'
import { Faces } from '@/components/Panel'
import type { RiskLimit } from '@/lib/api'
import { money, num, percent, UNKNOWN, type Figure } from '@/lib/format'
import { useHealth, useStale } from '@/live/heartbeat'
import { useAccount, usePositions, useRisk } from '@/live/views'
import { findLimit } from '../api/limits'
import css from './Kpi.module.css'

/** Day, equity, drawdown, exposure, open risk and what may still be lost today: one place per number. */
export function KpiStrip() {
  const account = useAccount().data
  const limits = useRisk().data?.limits ?? []
  const positions = usePositions().data
  const stale = useStale()
  const health = useHealth()
  const gone = !account && health === 'disconnected'
  const open = positions?.reduce<number | null>((sum, p) => {
    const pnl = num(p.unrealized_pnl)
    return sum === null || pnl === null ? null : sum + pnl
  }, 0)
  const drawdown = num(account?.drawdown_pct)
  const shown = (text: ReactNode) => (account ? text : gone ? UNKNOWN : <Faces loading />)
  return (
    <section className={css.strip} aria-label="Account at a glance" data-stale={Boolean(stale) || undefined}>
      <Kpi label="Day P&L" value={shown(<Pnl value={account?.daily_pnl} />)}>
        <PnlPercent value={account?.daily_pnl_pct} /> · open <Pnl value={open} mark={false} />
      </Kpi>
      <Kpi label="Equity" value={shown(money(account?.equity))}>
        peak {money(account?.peak_equity)} · total <Pnl value={account?.total_pnl} mark={false} digits={0} />
      </Kpi>
      <Kpi
        label="Drawdown"
        value={shown(percent(drawdown === null ? null : Math.abs(drawdown)))}
        meter={{ value: Math.abs(drawdown ?? 0), limit: limitOf(limits, 'drawdown', 20) }}
      >
        reduce at 15%, halt at 20%
      </Kpi>
      <Kpi
        label="Exposure"
        value={shown(percent(account?.exposure_pct, 1))}
        meter={{ value: account?.exposure_pct ?? 0, limit: limitOf(limits, 'exposure', 50) }}
      >
        limit {percent(limitOf(limits, 'exposure', 50), 0)} · {money(account?.exposure, 0)}
      </Kpi>
      <Kpi label="Open risk" value={shown(money(account?.open_risk))}>
        if every stop is hit
      </Kpi>
      <LossBudget
        limits={limits}
        ready={Boolean(account)}
        used={account?.daily_pnl_pct}
        equity={account?.equity}
      />
    </section>
  )
}

function limitOf(limits: readonly RiskLimit[], name: string, otherwise: number): number {
  return num(findLimit(limits, name)?.limit) ?? otherwise
}

/** What is left of the daily loss limit, as risk-service reports it. */
function LossBudget(props: { limits: readonly RiskLimit[]; ready: boolean; used: Figure; equity: Figure }) {
  const limit = limitOf(props.limits, 'daily_loss', 3)
  const used = Math.max(0, -(num(props.used) ?? 0))
  const left = Math.max(0, limit - used)
  return (
    <Kpi
      label="Daily loss budget"
      value={props.ready ? percent(left) : UNKNOWN}
      meter={{ value: used, limit }}
    >
      {percent(used)} used of {percent(limit, 0)}
    </Kpi>
  )
}

interface KpiProps {
  label: string
  value: ReactNode
  children: ReactNode
  meter?: { value: Figure; limit: Figure }
}

function Kpi({ label, value, children, meter }: KpiProps) {
  return (
    <div className={css.card}>
      <div className={css.label}>{label}</div>
      <div className={css.value}>{value}</div>
      <div className={css.sub}>{children}</div>
      {meter && <Meter value={meter.value} limit={meter.limit} label={label} />}
    </div>
  )
}
