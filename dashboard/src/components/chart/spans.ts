import type { Mark, Reading } from './model'

export interface Span {
  regime: string
  from: number
  to: number
}

/** Neighbours of one regime become one rectangle. */
export function regimeSpans(readings: readonly Reading[]): Span[] {
  const spans: Span[] = []
  for (const { regime, time } of readings) {
    if (!regime) continue
    const last = spans.at(-1)
    if (last && last.regime === regime) last.to = time
    else spans.push({ regime, from: time, to: time })
  }
  return spans
}

/** Index of the first item whose time is not before the given one. */
export function lowerBound(items: readonly { time: number }[], time: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.time ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}

/** The visible items and one neighbour on each side, so that lines run to the edge. */
export function visibleSlice<T extends { time: number }>(
  items: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  const start = Math.max(0, lowerBound(items, from) - 1)
  return items.slice(start, Math.min(items.length, lowerBound(items, to + 1) + 1))
}

export const MARK_CAP = 120

/** The newest marks in view: drawing all of them halves the frame rate. */
export function cullMarks(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks.filter((mark) => mark.time >= from && mark.time <= to).slice(-MARK_CAP)
}

/** For how many bars the newest regime has lasted. */
export function heldBars(readings: readonly Reading[]): number {
  const regime = readings.at(-1)?.regime
  let held = 0
  while (held < readings.length && readings[readings.length - 1 - held]?.regime === regime) held += 1
  return held
}
