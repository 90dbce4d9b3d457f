/** The only place where numbers, money and times become text. Nothing here computes money. */

export const UNKNOWN = '–'
export const EXCHANGE_ZONE = 'America/New_York'

const MINUS = '\u2212'

/** A figure as it arrives: JSON numbers, or decimals kept as text. */
export type Figure = number | string | null | undefined

const formats = new Map<string, Intl.NumberFormat>()

function decimals(min: number, max = min): Intl.NumberFormat {
  const key = `${min}-${max}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: min, maximumFractionDigits: max })
    formats.set(key, format)
  }
  return format
}

/** The figure as a number, or null when it is unknown. */
export function num(value: Figure): number | null {
  if (value === null || value === undefined || value === '') return null
  const parsed = typeof value === 'number' ? value : Number(value)
  return Number.isFinite(parsed) ? parsed : null
}

/** −1, 0 or 1 at the precision shown, so that −0.001 is not shown as a loss of 0.00. */
export function signOf(value: Figure, digits = 2): -1 | 0 | 1 {
  const n = num(value)
  if (n === null || Math.abs(n) < 0.5 * 10 ** -digits) return 0
  return n > 0 ? 1 : -1
}

export function fixed(value: Figure, digits = 2): string {
  const n = num(value)
  if (n === null) return UNKNOWN
  const body = decimals(digits).format(Math.abs(n))
  return signOf(n, digits) < 0 ? MINUS + body : body
}

export function price(value: Figure): string {
  const n = num(value)
  return fixed(n, n !== null && Math.abs(n) < 1 && n !== 0 ? 4 : 2)
}

export function money(value: Figure, digits = 2): string {
  const n = num(value)
  if (n === null) return UNKNOWN
  const text = `$${decimals(digits).format(Math.abs(n))}`
  return signOf(n, digits) < 0 ? MINUS + text : text
}

export function signedMoney(value: Figure, digits = 2): string {
  const text = money(value, digits)
  return signOf(value, digits) > 0 ? `+${text}` : text
}

/** A value that is already in percent. */
export function percent(value: Figure, digits = 2): string {
  const text = fixed(value, digits)
  return text === UNKNOWN ? text : `${text}%`
}

export function signedPercent(value: Figure, digits = 2): string {
  const text = percent(value, digits)
  return signOf(value, digits) > 0 ? `+${text}` : text
}

/** A fraction of one, shown in percent. */
export function fraction(value: Figure, digits = 1): string {
  const n = num(value)
  return n === null ? UNKNOWN : percent(n * 100, digits)
}

export function count(value: Figure): string {
  return fixed(value, 0)
}

/** On the scale of a chart: whole numbers where they are large. */
export function axis(value: number): string {
  return Math.abs(value) >= 1000 ? count(value) : fixed(value, 1)
}

export function multiple(value: Figure): string {
  const text = fixed(value, 2)
  return text === UNKNOWN ? text : `${signOf(value) > 0 ? '+' : ''}${text}R`
}

export function compact(value: Figure): string {
  const n = num(value)
  return n === null
    ? UNKNOWN
    : new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 }).format(n)
}

/** ▲, ▼ or nothing: the second way to tell a gain from a loss. */
export function glyph(value: Figure, digits = 2): string {
  const sign = signOf(value, digits)
  return sign > 0 ? '▲' : sign < 0 ? '▼' : ''
}

type Time = string | number | Date | null | undefined

function toDate(time: Time): Date | null {
  if (time === null || time === undefined || time === '') return null
  const date = time instanceof Date ? time : new Date(typeof time === 'number' ? time * 1000 : time)
  return Number.isNaN(date.getTime()) ? null : date
}

function zoned(options: Intl.DateTimeFormatOptions): (time: Time) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: EXCHANGE_ZONE, hourCycle: 'h23', ...options })
  return (time) => {
    const date = toDate(time)
    return date ? format.format(date) : UNKNOWN
  }
}

/** 17 Apr 2020, at the exchange. */
export const date = zoned({ day: '2-digit', month: 'short', year: 'numeric' })
/** 17 Apr, at the exchange. */
export const dayMonth = zoned({ day: '2-digit', month: 'short' })
/** 17 Apr 2020, 09:35, at the exchange. */
export const dateTime = zoned({
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
/** 09:35, at the exchange. */
export const clock = zoned({ hour: '2-digit', minute: '2-digit' })

/** Daily bars begin at midnight of the exchange: a date says all. */
export function barTime(time: Time, daily = true): string {
  return daily ? date(time) : dateTime(time)
}

/** 2020-04-17 at the exchange. */
export function isoDate(time: Time): string {
  const value = toDate(time)
  return value ? new Intl.DateTimeFormat('en-CA', { timeZone: EXCHANGE_ZONE }).format(value) : UNKNOWN
}

/** How long ago, in the coarsest unit that still says something. */
export function age(ms: number | null): string {
  if (ms === null) return UNKNOWN
  const s = Math.max(0, ms) / 1000
  if (s < 10) return `${s.toFixed(1)} s`
  if (s < 120) return `${Math.round(s)} s`
  if (s < 7200) return `${Math.round(s / 60)} min`
  return s < 172_800 ? `${Math.round(s / 3600)} h` : `${Math.round(s / 86_400)} d`
}

/** The time between two moments in days, or hours and minutes below one day. */
export function holding(from: Time, to: Time): string {
  const start = toDate(from)
  const end = toDate(to)
  if (!start || !end) return UNKNOWN
  const minutes = Math.round((end.getTime() - start.getTime()) / 60_000)
  if (minutes >= 1440) return `${Math.round(minutes / 1440)} d`
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`
}

/** STRONG_TREND becomes Strong trend. */
export function words(code: string | null | undefined): string {
  if (!code) return UNKNOWN
  const text = code.replace(/[_-]+/g, ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const MODES: Record<string, string> = {
  TREND: 'Trend · KAMA',
  MEAN_REVERSION: 'Mean rev · RSI/BB',
  NEUTRAL: 'Neutral · both agree',
  DUAL: 'Dual',
}

export function mode(code: string | null | undefined): string {
  return code ? (MODES[code] ?? words(code)) : UNKNOWN
}
