import type { BacktestResult } from '@/lib/api'
import { words } from '@/lib/format'
import css from '../Backtest.module.css'

const BOUNDS: readonly [RegExp, string][] = [
  [/sharpe/, 'Sharpe above 0.8'],
  [/drawdown/, 'Drawdown under 25%'],
  [/win_rate/, 'Win rate above 45%'],
  [/ratio|win_loss/, 'Average win / loss above 1.5'],
]

function bound(name: string): string {
  return BOUNDS.find(([pattern]) => pattern.test(name))?.[1] ?? words(name)
}

/** Pass or fail first, then which bound decided; a run without trades passes nothing. */
export function Verdict({ result }: { result: BacktestResult }) {
  const met = result.success_criteria_met
  return (
    <section className={css.verdict} data-met={met} aria-label="Verdict">
      <b>{met ? '✓ Passes the criteria' : '✕ Does not pass the criteria'}</b>
      <ul>
        {Object.entries(result.criteria).map(([name, passed]) => (
          <li key={name}>
            <span className={passed === null ? 'mute' : passed ? 'up' : 'down'}>
              {passed === null ? '–' : passed ? '✓' : '✕'}
            </span>{' '}
            {bound(name)}
          </li>
        ))}
      </ul>
    </section>
  )
}
