import type { BacktestResult } from '@/lib/api'
import { num } from '@/lib/format'

export interface Point {
  time: number
  value: number
}

/** Equity at each close; bars without a readable time are left out. */
export function equityOf(result: Pick<BacktestResult, 'equity_curve' | 'timestamps'>): Point[] {
  const points: Point[] = []
  result.equity_curve.forEach((equity, i) => {
    const stamp = result.timestamps[i]
    const time = stamp === undefined ? Number.NaN : Date.parse(stamp) / 1000
    const value = num(equity)
    const last = points.at(-1)
    if (Number.isFinite(time) && value !== null && (!last || time > last.time)) points.push({ time, value })
  })
  return points
}

/** Percent below the highest equity so far. */
export function underwater(equity: readonly Point[]): Point[] {
  let peak = Number.NEGATIVE_INFINITY
  return equity.map(({ time, value }) => {
    peak = Math.max(peak, value)
    return { time, value: peak > 0 ? (value / peak - 1) * 100 : 0 }
  })
}

/** The close, scaled so that it starts with the capital of the run. */
export function holdCurve(closes: readonly Point[], equity: readonly Point[]): Point[] {
  const first = equity[0]
  const last = equity.at(-1)
  if (!first || !last) return []
  const inside = closes.filter(({ time }) => time >= first.time && time <= last.time)
  const start = inside[0]?.value
  return start ? inside.map(({ time, value }) => ({ time, value: (value / start) * first.value })) : []
}

export interface Year {
  year: number
  /** Return in percent of each month; null where the run does not cover it. */
  months: (number | null)[]
  total: number
}

/** Return of each month from the last equity of the month before. */
export function monthly(equity: readonly Point[], capital: number): Year[] {
  const years = new Map<number, { months: (number | null)[]; from: number; to: number }>()
  let before = capital
  let monthStart = capital
  let current = ''
  for (const { time, value } of equity) {
    const day = new Date(time * 1000)
    const key = `${day.getUTCFullYear()}-${day.getUTCMonth()}`
    if (key !== current) {
      current = key
      monthStart = before
    }
    const year = years.get(day.getUTCFullYear()) ?? {
      months: Array<number | null>(12).fill(null),
      from: before,
      to: value,
    }
    year.months[day.getUTCMonth()] = (value / monthStart - 1) * 100
    year.to = value
    years.set(day.getUTCFullYear(), year)
    before = value
  }
  return [...years].map(([year, { months, from, to }]) => ({ year, months, total: (to / from - 1) * 100 }))
}
