import {
  glyph,
  money,
  price as asPrice,
  signOf,
  signedMoney,
  signedPercent,
  UNKNOWN,
  type Figure,
} from '@/lib/format'
import css from './Figures.module.css'

const HUES = { '-1': 'down', '0': '', '1': 'up' } as const

export function hue(value: Figure, digits = 2): string {
  return HUES[`${signOf(value, digits)}`]
}

/** Profit or loss: sign, glyph and hue say the same thing three times. */
export function Pnl({ value, digits = 2, mark = true }: { value: Figure; digits?: number; mark?: boolean }) {
  const sign = glyph(value, digits)
  return (
    <span className={hue(value, digits)}>
      {mark && sign && <span className={css.glyph}>{sign}</span>}
      {signedMoney(value, digits)}
    </span>
  )
}

export function PnlPercent({ value, digits = 2 }: { value: Figure; digits?: number }) {
  return <span className={hue(value, digits)}>{signedPercent(value, digits)}</span>
}

export function Price({ value }: { value: Figure }) {
  return <span>{asPrice(value)}</span>
}

export function Money({ value, digits = 2 }: { value: Figure; digits?: number }) {
  return <span>{money(value, digits)}</span>
}

/** Side is blue or violet text, never green or red. */
export function Side({ side }: { side: number | string | null | undefined }) {
  if (side === null || side === undefined) return <span>{UNKNOWN}</span>
  const long = side === 1 || side === 'LONG' || side === 'BUY'
  return <span className={long ? css.long : css.short}>{long ? 'LONG' : 'SHORT'}</span>
}

const REGIMES: Record<string, { word: string; tone: string | undefined }> = {
  STRONG_TREND: { word: 'TREND', tone: css.trend },
  MEAN_REVERSION: { word: 'MEAN REVERSION', tone: css.reversion },
  NEUTRAL: { word: 'NEUTRAL', tone: css.neutral },
}

export function RegimeBadge({ regime }: { regime: string | null | undefined }) {
  if (!regime) return <span className="mute">{UNKNOWN}</span>
  const known = REGIMES[regime] ?? { word: regime, tone: css.neutral }
  return <span className={`${css.regime} ${known.tone ?? ''}`}>{known.word}</span>
}

/** A bar that fills towards a limit and turns amber at 80 %. */
export function Meter({ value, limit, label }: { value: Figure; limit: Figure; label: string }) {
  const share = Number(value ?? 0) / Number(limit || 1)
  const filled = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0))
  return (
    <div
      className={css.meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(filled * 100)}
    >
      <svg width="100%" height="4" preserveAspectRatio="none" viewBox="0 0 100 4" aria-hidden="true">
        <rect
          width={filled * 100}
          height="4"
          className={filled >= 1 ? css.full : filled >= 0.8 ? css.near : css.calm}
        />
      </svg>
    </div>
  )
}
