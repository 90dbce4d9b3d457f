import type { Bar, Reading } from '@/components/chart/model'
import { hue } from '@/components/Figures'
import { barTime, compact, fixed, price } from '@/lib/format'
import css from './Chart.module.css'

const CHANNEL_ATR = 0.5

/** The values under the crosshair, or of the newest bar; always in the corner, never over the candles. */
export function Legend({
  bar,
  reading,
  daily,
}: {
  bar: Bar | undefined
  reading: Reading | undefined
  daily: boolean
}) {
  if (!bar) return null
  const band =
    reading && reading.kama !== null && reading.atr !== null
      ? `${price(reading.kama - CHANNEL_ATR * reading.atr)} – ${price(reading.kama + CHANNEL_ATR * reading.atr)}`
      : null
  return (
    <div className={css.legend} data-testid="legend">
      <b>{barTime(bar.time, daily)}</b>
      <Item name="O" value={price(bar.open)} />
      <Item name="H" value={price(bar.high)} />
      <Item name="L" value={price(bar.low)} />
      <Item name="C" value={price(bar.close)} tone={hue(bar.close - bar.open)} />
      <Item name="Vol" value={compact(bar.volume)} />
      {reading && (
        <>
          <Item name="KAMA" value={price(reading.kama)} style="var(--kama)" />
          {band && <Item name="ATR band" value={band} />}
          <Item name="ADX" value={fixed(reading.adx, 1)} style="var(--trend)" />
          <Item name="RSI" value={fixed(reading.rsi, 1)} style="var(--short)" />
        </>
      )}
    </div>
  )
}

function Item({
  name,
  value,
  tone = '',
  style,
}: {
  name: string
  value: string
  tone?: string
  style?: string
}) {
  return (
    <span>
      {name}{' '}
      <b className={tone} style={style ? { color: style } : undefined}>
        {value}
      </b>
    </span>
  )
}
