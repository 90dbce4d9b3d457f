import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { WalkForwardRequest } from '@/lib/api'
import { count } from '@/lib/format'
import { MODES } from '../api/form'
import {
  barsBetween,
  gridOf,
  OBJECTIVES,
  WALK_FORWARD_FIELDS,
  walkForwardFaults,
  walkForwardFor,
  walkForwardRequest,
  whatFits,
  type WalkForwardDraft,
} from '../api/walkForward'
import css from '../Backtest.module.css'
import type { FormProps } from './RunForm'
import { SymbolSelect } from './SymbolSelect'
import { useDraft } from './useDraft'

/** Fields below the fold; a fault in one of them unfolds it. */
const FOLDED = ['capital', 'commission', 'slippage', 'trials', 'short'] as const

type Typed = ReturnType<typeof useDraft<WalkForwardDraft>>

export function WalkForwardForm({ symbols, busy, failure, onSubmit }: FormProps<WalkForwardRequest>) {
  const typed = useDraft({
    symbols,
    first: () => walkForwardFor(symbols[0]),
    faultsOf: walkForwardFaults,
    fields: WALK_FORWARD_FIELDS,
    failure,
    busy,
    onSubmit: (draft) => onSubmit(walkForwardRequest(draft)),
  })
  const { draft, input, choice, error, set } = typed
  const timeframes = symbols.filter((one) => one.symbol === draft.symbol).map((one) => one.timeframe)
  return (
    <form className={css.form} aria-label="Walk-forward" {...typed.form}>
      <SymbolSelect symbols={symbols} {...choice('symbol')} />
      <TextInput label="From" type="date" {...input('start')} />
      <TextInput label="To" type="date" {...input('end')} />
      <Select label="Bars" data={timeframes} {...choice('timeframe')} />
      <Select label="Mode" data={MODES} {...choice('mode')} />
      <TextInput
        label="Learn from, bars"
        description="before each test"
        inputMode="numeric"
        {...input('train')}
      />
      <TextInput label="Test, bars" description="never learned from" inputMode="numeric" {...input('test')} />
      <TextInput
        label="Pass threshold, %"
        description="more windows must gain"
        inputMode="decimal"
        {...input('threshold')}
      />
      <TextInput
        label="Fewest trades"
        description="for a choice to count"
        inputMode="numeric"
        {...input('minTrades')}
      />
      <Textarea
        className={css.wide}
        label="Grid: values to try"
        description="One parameter a line. Empty: nothing is chosen, the defaults are tested in parts."
        placeholder={'regression-period: 20, 50\nrsi-oversold: 25, 30'}
        rows={3}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        {...input('grid')}
      />
      <Select label="Choose by" data={OBJECTIVES} {...choice('objective')} />
      <Checkbox
        size="xs"
        className={css.check}
        label="Anchored"
        description="learn from the start on"
        checked={draft.anchored}
        error={error('anchored')}
        onChange={(event) => set('anchored', event.currentTarget.checked)}
      />
      <MoneyAndCosts typed={typed} />
      <Preview typed={typed} />
      {typed.elsewhere && (
        <p role="alert" className={`${css.wide} down`}>
          {typed.elsewhere}
        </p>
      )}
      <Button type="submit" className={css.wide} loading={busy} title="Ctrl+Enter">
        Run walk-forward
      </Button>
    </form>
  )
}

function MoneyAndCosts({ typed: { draft, input, error, set } }: { typed: Typed }) {
  const [open, setOpen] = useState(false)
  const faulty = FOLDED.some((field) => error(field))
  return (
    <details
      className={css.more}
      open={open || faulty}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Capital, costs, shorts, trials</summary>
      <div className={css.form}>
        <TextInput label="Capital, $" inputMode="decimal" {...input('capital')} />
        <TextInput label="Commission, $ / share" inputMode="decimal" {...input('commission')} />
        <TextInput
          label="Slippage, %"
          description="of the price, each fill"
          inputMode="decimal"
          {...input('slippage')}
        />
        <TextInput
          label="Trials"
          description="tried before, this included"
          inputMode="numeric"
          {...input('trials')}
        />
        <Checkbox
          size="xs"
          className={css.wide}
          label="Allow shorts"
          checked={draft.short}
          error={error('short')}
          onChange={(event) => set('short', event.currentTarget.checked)}
        />
      </div>
    </details>
  )
}

/** How much work it will be, before it is begun. */
function Preview({ typed: { draft, info } }: { typed: Typed }) {
  const bars = info ? barsBetween(info, draft.start, draft.end) : null
  const { combinations } = gridOf(draft.grid)
  if (bars === null) return null
  const windows = whatFits(bars, draft)
  return (
    <p className={`${css.wide} ${css.hint}`} aria-live="polite">
      About {count(bars)} bars:{' '}
      {windows === null
        ? 'say how they are cut.'
        : windows === 0
          ? 'too few for one window.'
          : `${count(windows)} ${windows === 1 ? 'window' : 'windows'}${
              combinations > 1 ? `, ${count(combinations)} configurations tried in each` : ''
            }.`}
    </p>
  )
}
