import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { CurveChart, type Curve } from '@/components/chart/CurveChart'
import { Pnl, PnlPercent } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import type { BacktestResult } from '@/lib/api'
import { axis, count, fixed, fraction, mode, money, num, percent, UNKNOWN } from '@/lib/format'
import { cause } from '@/lib/problem'
import { equityOf, holdCurve, monthly, underwater, type Point } from '../api/curves'
import { closesQuery } from '../api/queries'
import css from '../Backtest.module.css'
import { Figure } from './Figure'
import { MonthlyGrid } from './MonthlyGrid'
import { RunTrades } from './RunTrades'
import { Verdict } from './Verdict'

const FEW = 30
const STRETCH = [3, 1] as const

export function Result({ result }: { result: BacktestResult }) {
  const equity = useMemo(() => equityOf(result), [result])
  const hold = useHold(result.symbol, equity)
  const curves = useMemo<Curve[]>(
    () => [
      { name: 'Buy and hold', tone: 'mute', points: hold.points },
      { name: 'Equity', tone: 'accent', area: 'below', points: equity },
      { name: 'Underwater', tone: 'down', area: 'above', pane: 1, points: underwater(equity) },
    ],
    [equity, hold.points],
  )
  const years = useMemo(
    () => monthly(equity, num(result.initial_capital) ?? 0),
    [equity, result.initial_capital],
  )
  return (
    <>
      <header className={css.title}>
        <h1>
          Backtest · {result.symbol} {result.start_date} – {result.end_date} · {mode(result.strategy_mode)}
        </h1>
        <span className="mono mute">
          {result.run_id}
          {result.config_hash ? ` · config ${result.config_hash.slice(0, 12)}` : ''}
        </span>
      </header>
      <Verdict result={result} />
      <KeyFigures result={result} hold={hold.points} />
      <Panel
        title="Equity and underwater"
        aside={
          <span className={css.key}>
            <i style={{ background: 'var(--accent)' }} /> strategy <i style={{ background: 'var(--mute)' }} />{' '}
            buy and hold
            {hold.error ? ` (${hold.error})` : ''} <i style={{ background: 'var(--down)' }} /> % below the
            peak
          </span>
        }
        flush
        empty={equity.length === 0 ? 'The run has no equity curve.' : null}
      >
        <CurveChart
          label="Equity, buy and hold, and drawdown from the peak"
          curves={curves}
          height={330}
          stretch={STRETCH}
          format={axis}
        />
      </Panel>
      <Panel
        title="Monthly returns"
        aside="% of the equity at the end of the month before"
        flush
        empty={years.length === 0 ? 'No bars.' : null}
      >
        <MonthlyGrid years={years} />
      </Panel>
      <RunTrades result={result} />
    </>
  )
}

function useHold(symbol: string, equity: readonly Point[]): { points: Point[]; error: string | null } {
  const from = equity[0]?.time ?? 0
  const to = equity.at(-1)?.time ?? 0
  const closes = useQuery({ ...closesQuery(symbol, from, to), enabled: from > 0 })
  const points = useMemo(() => holdCurve(closes.data ?? [], equity), [closes.data, equity])
  return { points, error: closes.isError ? `not available: ${cause(closes.error)}` : null }
}

function KeyFigures({ result, hold }: { result: BacktestResult; hold: readonly Point[] }) {
  const metric = (name: string) => result.metrics[name] ?? null
  const few = result.num_trades < FEW
  const caution = few ? `Fewer than ${FEW} trades: read with care` : undefined
  const sample = `n=${result.num_trades}`
  const first = hold[0]?.value
  const last = hold.at(-1)?.value
  const held = first && last ? (last / first - 1) * 100 : null
  return (
    <dl className={css.figures}>
      <Figure
        name="Final equity"
        value={money(result.final_equity)}
        note={`from ${money(result.initial_capital, 0)}`}
      />
      <Figure
        name="Net result"
        value={<Pnl value={result.total_return} digits={0} />}
        note={<PnlPercent value={result.total_return_pct} />}
      />
      <Figure
        name="Buy and hold"
        value={held === null ? UNKNOWN : <PnlPercent value={held} />}
        note="same period, no costs"
      />
      <Figure
        name="Sharpe"
        value={fixed(result.sharpe_ratio)}
        note={`${sample}, risk-free 4%`}
        caution={caution}
      />
      <Figure
        name="Sortino"
        value={fixed(metric('sortino') ?? metric('sortino_ratio'))}
        note={sample}
        caution={caution}
      />
      <Figure
        name="Max drawdown"
        value={percent(result.max_drawdown_pct)}
        note={money(result.max_drawdown, 0)}
      />
      <Figure name="Win rate" value={fraction(result.win_rate)} note={sample} caution={caution} />
      <Figure
        name="Avg win / loss"
        value={fixed(result.avg_win_loss_ratio)}
        note={sample}
        caution={caution}
      />
      <Figure name="Profit factor" value={fixed(metric('profit_factor'))} note={sample} caution={caution} />
      <Figure
        name="Trades"
        value={count(result.num_trades)}
        note={result.open_position ? '1 still open' : 'all closed'}
      />
    </dl>
  )
}
