import { num } from '@/lib/format'

/** The value that most windows chose, and by how many; the first one where several are chosen as often. */
export function mostChosen(values: readonly string[]): { value: string; times: number } | null {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].reduce<{ value: string; times: number } | null>(
    (best, [value, n]) => (best && best.times >= n ? best : { value, times: n }),
    null,
  )
}

/** Heights from 0 to 1: by size where all values are numbers, else by when a value was first chosen. */
export function heights(values: readonly string[]): number[] {
  const numbers = values.map(num)
  const distinct = [...new Set(values)]
  const places = numbers.some((value) => value === null)
    ? values.map((value) => distinct.indexOf(value))
    : (numbers as number[])
  const least = Math.min(...places)
  const span = Math.max(...places) - least
  return places.map((place) => (span > 0 ? (place - least) / span : 0.5))
}
