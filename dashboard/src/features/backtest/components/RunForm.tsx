import { Button, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { BacktestRequest, SymbolInfo } from '@/lib/api'
import { count, isoDate } from '@/lib/format'
import { cause, Problem } from '@/lib/problem'
import { draftFor, faultsOf, fieldOf, MODES, requestOf, type Draft, type Field } from '../api/form'
import css from '../Backtest.module.css'

interface Props {
  symbols: readonly SymbolInfo[]
  busy: boolean
  failure: unknown
  onSubmit: (request: BacktestRequest) => void
}

export function RunForm({ symbols, busy, failure, onSubmit }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftFor(symbols[0]))
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set())
  const [today] = useState(() => isoDate(new Date()))
  const form = useRef<HTMLFormElement>(null)
  const faults = faultsOf(draft, today)
  const info = symbols.find((one) => one.symbol === draft.symbol)
  const refused = failure instanceof Problem ? fieldOf(failure.field) : null
  const valid = Object.keys(faults).length === 0

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  const set = (field: Field, value: string) => {
    setTouched(new Set([...touched, field]))
    setDraft(
      field === 'symbol'
        ? { ...draftFor(symbols.find((one) => one.symbol === value)), mode: draft.mode }
        : { ...draft, [field]: value },
    )
  }
  const error = (field: Field) =>
    (touched.has(field) ? faults[field] : undefined) ?? (refused === field ? cause(failure) : undefined)
  const input = (field: Field) => ({
    size: 'xs' as const,
    value: draft[field],
    error: error(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set(field, event.currentTarget.value),
  })

  return (
    <form
      ref={form}
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        setTouched(new Set(Object.keys(draft) as Field[]))
        if (valid && !busy) onSubmit(requestOf(draft))
      }}
    >
      <Select
        size="xs"
        label="Symbol"
        className={css.wide}
        allowDeselect={false}
        data={symbols.map((one) => ({
          value: one.symbol,
          label: one.name ? `${one.symbol} · ${one.name}` : one.symbol,
        }))}
        value={draft.symbol}
        error={error('symbol')}
        onChange={(value) => value && set('symbol', value)}
      />
      <TextInput label="From" type="date" {...input('start')} />
      <TextInput label="To" type="date" {...input('end')} />
      <TextInput label="Capital, $" inputMode="decimal" {...input('capital')} />
      <TextInput label="Commission, $ / share" inputMode="decimal" {...input('commission')} />
      <TextInput label="Slippage, %" inputMode="decimal" {...input('slippage')} />
      <Select
        size="xs"
        label="Mode"
        allowDeselect={false}
        data={MODES}
        value={draft.mode}
        error={error('mode')}
        onChange={(value) => value && set('mode', value)}
      />
      {info && (
        <p className={`${css.wide} ${css.hint}`}>
          {count(info.bars)} bars stored, {isoDate(info.first_time)} to {isoDate(info.last_time)}.
        </p>
      )}
      {Boolean(failure) && refused === null && (
        <p role="alert" className={`${css.wide} down`}>
          {cause(failure)}
        </p>
      )}
      <Button type="submit" className={css.wide} loading={busy} title="Ctrl+Enter">
        Run backtest
      </Button>
    </form>
  )
}
