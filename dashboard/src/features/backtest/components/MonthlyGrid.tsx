import { fixed, signOf } from '@/lib/format'
import type { Year } from '../api/curves'
import css from '../Backtest.module.css'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const FULL_TINT_AT = 6

/** A table with tinted cells: readable by eye, by keyboard and by screen reader. */
export function MonthlyGrid({ years }: { years: readonly Year[] }) {
  return (
    <div className={css.gridScroll} tabIndex={0} role="region" aria-label="Monthly returns">
      <table className={css.months}>
        <thead>
          <tr>
            <th>Year</th>
            {MONTHS.map((month) => (
              <th key={month}>{month}</th>
            ))}
            <th>Year total</th>
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map(({ year, months, total }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {months.map((value, month) => (
                <Cell key={MONTHS[month]} value={value} />
              ))}
              <Cell value={total} strong />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ value, strong = false }: { value: number | null; strong?: boolean }) {
  if (value === null) return <td className="mute">·</td>
  const sign = signOf(value, 1)
  const tint = Math.round(Math.min(1, Math.abs(value) / FULL_TINT_AT) * 42)
  const colour = sign > 0 ? 'var(--up)' : 'var(--down)'
  const style = sign === 0 ? undefined : { background: `color-mix(in srgb, ${colour} ${tint}%, transparent)` }
  const text = sign === 0 ? '0.0' : `${sign > 0 ? '+' : ''}${fixed(value, 1)}`
  return <td style={style}>{strong ? <b>{text}</b> : text}</td>
}
