import { Button, Select, TextInput } from '@mantine/core'
import type { BacktestRequest, SymbolInfo } from '@/lib/api'
import { draftFor, faultsOf, FIELDS, MODES, requestOf } from '../api/form'
import css from '../Backtest.module.css'
import { StoredBars, SymbolSelect } from './SymbolSelect'
import { useDraft } from './useDraft'

export interface FormProps<R> {
  symbols: readonly SymbolInfo[]
  busy: boolean
  failure: unknown
  onSubmit: (request: R) => void
}

export function RunForm({ symbols, busy, failure, onSubmit }: FormProps<BacktestRequest>) {
  const typed = useDraft({
    symbols,
    first: () => draftFor(symbols[0]),
    faultsOf,
    fields: FIELDS,
    failure,
    busy,
    onSubmit: (draft) => onSubmit(requestOf(draft)),
  })
  return (
    <form className={css.form} aria-label="Backtest" {...typed.form}>
      <SymbolSelect symbols={symbols} {...typed.choice('symbol')} />
      <TextInput label="From" type="date" {...typed.input('start')} />
      <TextInput label="To" type="date" {...typed.input('end')} />
      <TextInput label="Capital, $" inputMode="decimal" {...typed.input('capital')} />
      <TextInput label="Commission, $ / share" inputMode="decimal" {...typed.input('commission')} />
      <TextInput label="Slippage, %" inputMode="decimal" {...typed.input('slippage')} />
      <Select label="Mode" data={MODES} {...typed.choice('mode')} />
      <StoredBars info={typed.info} />
      {typed.elsewhere && (
        <p role="alert" className={`${css.wide} down`}>
          {typed.elsewhere}
        </p>
      )}
      <Button type="submit" className={css.wide} loading={busy} title="Ctrl+Enter">
        Run backtest
      </Button>
    </form>
  )
}
