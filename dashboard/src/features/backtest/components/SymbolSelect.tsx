import { Select, type SelectProps } from '@mantine/core'
import type { SymbolInfo } from '@/lib/api'
import { count, isoDate } from '@/lib/format'
import css from '../Backtest.module.css'

/** Each symbol once, also where bars of several lengths are stored. */
export function SymbolSelect({ symbols, ...choice }: { symbols: readonly SymbolInfo[] } & SelectProps) {
  const names = new Map(symbols.map((one) => [one.symbol, one.name]))
  return (
    <Select
      label="Symbol"
      className={css.wide}
      data={[...names].map(([symbol, name]) => ({
        value: symbol,
        label: name ? `${symbol} · ${name}` : symbol,
      }))}
      {...choice}
    />
  )
}

export function StoredBars({ info }: { info: SymbolInfo | undefined }) {
  if (!info) return null
  return (
    <p className={`${css.wide} ${css.hint}`}>
      {count(info.bars)} bars of {info.timeframe} stored, {isoDate(info.first_time)} to{' '}
      {isoDate(info.last_time)}.
    </p>
  )
}
