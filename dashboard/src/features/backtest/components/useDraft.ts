import { useEffect, useRef, useState } from 'react'
import type { SymbolInfo } from '@/lib/api'
import { isoDate } from '@/lib/format'
import { cause, Problem } from '@/lib/problem'
import { fieldOf, periodOf, type Draft, type Faults } from '../api/form'

interface Rules<D extends Draft> {
  symbols: readonly SymbolInfo[]
  first: () => D
  faultsOf: (draft: D, today: string) => Faults<D>
  /** Name of a field at the server: name here. */
  fields: Record<string, keyof D & string>
  failure: unknown
  busy: boolean
  onSubmit: (draft: D) => void
}

/** What is typed, and what is wrong with it: shown once a field was touched, or the server named it. */
export function useDraft<D extends Draft>(rules: Rules<D>) {
  const { symbols, first, faultsOf, fields, failure, busy, onSubmit } = rules
  type Field = keyof D & string
  const [draft, setDraft] = useState<D>(first)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [today] = useState(() => isoDate(new Date()))
  const form = useRef<HTMLFormElement>(null)
  const faults = faultsOf(draft, today)
  const refused = failure instanceof Problem ? fieldOf(failure.field, fields) : null

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  const set = <F extends Field>(field: F, value: D[F]) => {
    setTouched(new Set([...touched, field]))
    const moved = field === 'symbol' ? periodOf(symbols.find((one) => one.symbol === value)) : {}
    setDraft({ ...draft, ...moved, [field]: value })
  }
  const error = (field: Field) =>
    (touched.has(field) ? faults[field] : undefined) ?? (refused === field ? cause(failure) : undefined)
  return {
    draft,
    info: symbols.find((one) => one.symbol === draft.symbol && one.timeframe === draft.timeframe),
    set,
    error,
    /** What the server refused and no field stands for. */
    elsewhere: Boolean(failure) && refused === null ? cause(failure) : null,
    /** What a text input of this field needs. */
    input: (field: Field) => ({
      size: 'xs' as const,
      value: String(draft[field]),
      error: error(field),
      onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        set(field, event.currentTarget.value as D[Field]),
    }),
    /** What a choice for this field needs. */
    choice: (field: Field) => ({
      size: 'xs' as const,
      allowDeselect: false,
      value: String(draft[field]),
      error: error(field),
      onChange: (value: string | null) => value && set(field, value as D[Field]),
    }),
    form: {
      ref: form,
      noValidate: true,
      onSubmit: (event: React.FormEvent) => {
        event.preventDefault()
        setTouched(new Set(Object.keys(draft)))
        if (Object.keys(faults).length === 0 && !busy) onSubmit(draft)
      },
    },
  }
}
