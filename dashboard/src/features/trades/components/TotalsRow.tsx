import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { Pnl } from '@/components/Figures'
import { count, fixed, fraction, money, UNKNOWN } from '@/lib/format'
import { cause } from '@/lib/problem'
import { allTradesQuery, type Filter } from '../api/allTrades'
import { totalsOf } from '../api/totals'
import css from '../Trades.module.css'

const ENOUGH = 10

/** What the filtered set comes to. */
export function TotalsRow({ filter, total }: { filter: Filter; total: number }) {
  const all = useQuery(allTradesQuery(filter, total))
  const totals = useMemo(() => (all.data && total > 0 ? totalsOf(all.data) : null), [all.data, total])
  const few = totals !== null && totals.closed < ENOUGH
  const note = totals ? `n=${totals.closed}` : ''
  return (
    <dl className={css.totals} aria-label="Totals of the filtered trades">
      <Total
        name="Trades"
        value={count(total)}
        note={totals ? `${totals.closed} closed, ${totals.open} open` : ''}
      />
      <Total
        name="Net P&L"
        value={totals ? <Pnl value={totals.net} /> : UNKNOWN}
        note="realised, after costs"
      />
      <Total name="Win rate" value={fraction(totals?.winRate)} note={note} faint={few} />
      <Total
        name="Profit factor"
        value={
          totals && totals.closed > 0 && totals.profitFactor === null
            ? 'no losses'
            : fixed(totals?.profitFactor)
        }
        note={note}
        faint={few}
      />
      <Total
        name="Expectancy"
        value={totals ? <Pnl value={totals.expectancy} mark={false} /> : UNKNOWN}
        note="per closed trade"
        faint={few}
      />
      <Total
        name="Costs"
        value={money(totals?.costs)}
        note={all.isError ? cause(all.error) : 'commission and slippage'}
      />
    </dl>
  )
}

function Total({
  name,
  value,
  note,
  faint = false,
}: {
  name: string
  value: ReactNode
  note: string
  faint?: boolean
}) {
  return (
    <div data-faint={faint || undefined} title={faint ? 'Few trades: read with care' : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd className={css.note}>{note || '\u00a0'}</dd>
    </div>
  )
}
