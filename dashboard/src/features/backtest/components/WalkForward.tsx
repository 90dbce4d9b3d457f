import { useMemo } from 'react'
import { CurveChart, type Curve } from '@/components/chart/CurveChart'
import { PnlPercent } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import type { WalkForwardResult } from '@/lib/api'
import {
  axis,
  count,
  fixed,
  fraction,
  mode,
  money,
  percent,
  signedPercent,
  UNKNOWN,
  words,
} from '@/lib/format'
import { equityOf, underwater } from '../api/curves'
import css from '../Backtest.module.css'
import { Figure } from './Figure'
import { Stability } from './Stability'

const FEW = 30
const STRETCH = [3, 1] as const

/** What the rules made of bars after those they were fitted to. */
export function WalkForward({ result }: { result: WalkForwardResult }) {
  const equity = useMemo(
    () => equityOf({ equity_curve: result.combined_equity_curve, timestamps: result.timestamps }),
    [result],
  )
  const curves = useMemo<Curve[]>(
    () => [
      { name: 'Equity', tone: 'accent', area: 'below', points: equity },
      { name: 'Underwater', tone: 'down', area: 'above', pane: 1, points: underwater(equity) },
    ],
    [equity],
  )
  const passes = result.passes_walk_forward_test
  return (
    <>
      <header className={css.title}>
        <h1>
          Walk-forward · {result.symbol} {result.start_date} – {result.end_date} ·{' '}
          {mode(result.strategy_mode)}
        </h1>
        <span className="mono mute">{result.run_id}</span>
      </header>
      <section className={css.verdict} data-met={passes} aria-label="Verdict">
        <b>{passes ? '✓ Passes' : '✕ Does not pass'}</b>
        <span>
          {result.profitable_windows} of {result.total_windows} windows made money; more than{' '}
          {fraction(result.pass_threshold)} must
          {result.no_trade_windows > 0 ? ` (${result.no_trade_windows} without a trade)` : ''}
        </span>
        <span className="mute">
          {result.is_optimised
            ? `${result.candidates} configurations, chosen by ${words(result.objective)}`
            : 'nothing was optimised: one configuration, tested in parts'}
          {result.is_anchored ? ', anchored' : ''}
        </span>
      </section>
      <KeyFigures result={result} />
      <Panel
        title="Equity and underwater"
        aside="out of sample only"
        flush
        empty={equity.length === 0 ? 'No bar was tested.' : null}
      >
        <CurveChart
          label="Out-of-sample equity, and drawdown from its peak"
          curves={curves}
          height={330}
          stretch={STRETCH}
          format={axis}
        />
      </Panel>
      <Stability result={result} />
      <Windows result={result} />
    </>
  )
}

function KeyFigures({ result }: { result: WalkForwardResult }) {
  const few = result.total_trades < FEW ? `Fewer than ${FEW} trades: read with care` : undefined
  const luck = result.overfit
  return (
    <dl className={css.figures}>
      <Figure
        name="Pass rate"
        value={fraction(result.pass_rate)}
        note={`${result.profitable_windows} of ${result.total_windows}, above ${fraction(result.pass_threshold, 0)} passes`}
      />
      <Figure name="Efficiency" value={fixed(result.efficiency)} note="growth out of sample to in sample" />
      <Figure
        name="Choice kept"
        value={result.is_optimised ? fraction(result.unchanged_ratio) : UNKNOWN}
        note={result.is_optimised ? 'of windows, from the one before' : 'nothing was chosen'}
      />
      <Figure
        name="Deflated Sharpe"
        value={fraction(luck?.deflated_sharpe)}
        note={luck ? `chance of skill: ${words(luck.verdict).toLowerCase()}` : 'not judged'}
      />
      <Figure
        name="Trades"
        value={count(result.total_trades)}
        note={`${result.no_trade_windows} windows without`}
      />
      <Figure
        name="Net result"
        value={<PnlPercent value={result.total_return_pct} />}
        note="out of sample, windows joined"
      />
      <Figure
        name="Final equity"
        value={money(result.final_capital)}
        note={`from ${money(result.initial_capital, 0)}`}
      />
      <Figure name="Sharpe" value={fixed(result.aggregate_sharpe)} note="risk-free 4%" caution={few} />
      <Figure
        name="Max drawdown"
        value={percent(result.aggregate_max_drawdown_pct)}
        note="from the peak, windows joined"
      />
      <Figure
        name="Win rate"
        value={fraction(result.aggregate_win_rate)}
        note={`n=${result.total_trades}`}
        caution={few}
      />
    </dl>
  )
}

function Windows({ result }: { result: WalkForwardResult }) {
  return (
    <Panel
      title={`Windows (${result.window_results.length})`}
      aside={`${result.train_bars} bars to learn from, ${result.test_bars} to test`}
      flush
    >
      <div className={css.tradeScroll} tabIndex={0} role="region" aria-label="Windows of the walk-forward">
        <table className="grid">
          <thead>
            <tr>
              <th className="num">#</th>
              <th>Learned</th>
              <th>Tested</th>
              <th className="num" title="Growth over the bars learned from, with what was chosen">
                In sample
              </th>
              <th className="num">Return</th>
              <th className="num">Sharpe</th>
              <th className="num">Drawdown</th>
              <th className="num">Win rate</th>
              <th className="num">Trades</th>
              <th>Chosen</th>
            </tr>
          </thead>
          <tbody>
            {result.window_results.map((window) => (
              <tr key={window.window_id}>
                <td className="num">{window.window_id}</td>
                <td>
                  {window.train_start_date} – {window.train_end_date}
                </td>
                <td>
                  {window.test_start_date} – {window.test_end_date}
                </td>
                <td className="num">{signedPercent(window.in_sample_growth_pct)}</td>
                <td className="num">
                  <PnlPercent value={window.return_pct} />
                </td>
                <td className="num">{fixed(window.sharpe_ratio)}</td>
                <td className="num">{percent(window.max_drawdown_pct)}</td>
                <td className="num">{fraction(window.win_rate)}</td>
                <td className="num">{count(window.num_trades)}</td>
                <td>
                  {window.was_optimised
                    ? Object.entries(window.parameters)
                        .map(([name, value]) => `${name} ${value}`)
                        .join(', ')
                    : 'defaults'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
