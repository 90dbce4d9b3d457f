import type { ReactNode } from 'react'
import css from '../Backtest.module.css'

interface Props {
  name: string
  value: ReactNode
  note: ReactNode
  /** Why the figure is shown greyed. */
  caution?: string | undefined
}

export function Figure({ name, value, note, caution }: Props) {
  return (
    <div title={caution} data-faint={caution ? true : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd className={css.hint}>{note}</dd>
    </div>
  )
}
