import type { Account, Activity, Position, RiskState, SystemStatus } from '@/lib/api'
import { num } from '@/lib/format'
import type { Bar } from '@/components/chart/model'
import { epochMs } from './frames'
import { useTopic } from './topics'

type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list in a message: the message itself, one of its fields, or the message as the only item. */
export function listOf<T>(data: unknown, key: string): T[] {
  if (Array.isArray(data)) return data as T[]
  if (isFields(data) && Array.isArray(data[key])) return data[key] as T[]
  return isFields(data) ? [data as T] : []
}

const record = <T>(data: unknown): T | null => (isFields(data) ? (data as T) : null)

/** A topic whose messages each are the whole truth. */
function whole<T>() {
  return {
    snapshot: (data: unknown) => record<T>(data),
    delta: (known: T | null, change: unknown) => record<T>(change) ?? known,
  }
}

const ACCOUNT = whole<Account>()
const RISK = whole<RiskState>()
const STATUS = whole<SystemStatus>()
const POSITIONS = {
  snapshot: (data: unknown) => listOf<Position>(data, 'positions'),
  delta: (_: Position[] | null, change: unknown) => listOf<Position>(change, 'positions'),
}

export const EVENTS_KEPT = 200

/** Newest first, each line once. */
export function mergeEvents(known: readonly Activity[], fresh: readonly Activity[]): Activity[] {
  const ids = new Set(fresh.map((event) => event.id))
  const all = [...fresh, ...known.filter((event) => !ids.has(event.id))]
  return all.toSorted((a, b) => (epochMs(b.time) ?? 0) - (epochMs(a.time) ?? 0)).slice(0, EVENTS_KEPT)
}

const EVENTS = {
  snapshot: (data: unknown) => mergeEvents([], listOf<Activity>(data, 'events')),
  delta: (known: Activity[] | null, change: unknown) =>
    mergeEvents(known ?? [], listOf<Activity>(change, 'events').toReversed()),
}

/** The last trade of a symbol, and how far a replay has come. */
export interface Quote {
  time: number
  close: number
  open: number | null
  index: number | null
  total: number | null
}

function quote(data: unknown): Quote | null {
  const fields = Array.isArray(data) ? data.at(-1) : data
  if (!isFields(fields)) return null
  const close = num(fields['close'] as number)
  const time = epochMs((fields['timestamp'] ?? fields['time']) as string | number)
  if (close === null || time === null) return null
  const index = num(fields['replay_index'] as number)
  return {
    time: time / 1000,
    close,
    open: num(fields['open'] as number),
    index,
    total: num((fields['total_rows'] ?? fields['replay_total']) as number),
  }
}

const QUOTE = {
  snapshot: quote,
  delta: (known: Quote | null, change: unknown) => quote(change) ?? known,
}

/** Candles as rows or as columns. */
export function barsOf(data: unknown): Bar[] {
  const source = isFields(data) && isFields(data['columns']) ? data['columns'] : data
  const times = isFields(source) ? (source['t'] ?? source['time']) : null
  if (isFields(source) && Array.isArray(times)) {
    const column = (short: string, long: string) => (source[short] ?? source[long] ?? []) as unknown[]
    const [o, h, l, c, v] = [
      column('o', 'open'),
      column('h', 'high'),
      column('l', 'low'),
      column('c', 'close'),
      column('v', 'volume'),
    ]
    return times.flatMap((time, i) =>
      bar({ time, open: o[i], high: h[i], low: l[i], close: c[i], volume: v[i] }),
    )
  }
  return listOf<Fields>(data, 'candles').flatMap(bar)
}

function bar(row: Fields): Bar[] {
  const time = epochMs((row['time'] ?? row['open_time'] ?? row['timestamp']) as string | number)
  const read = (key: string) => num(row[key] as number)
  const [open, high, low, close] = [read('open'), read('high'), read('low'), read('close')]
  if (time === null || open === null || high === null || low === null || close === null) return []
  return [{ time: time / 1000, open, high, low, close, volume: num(row['volume'] as number) ?? 0 }]
}

export const useAccount = () => useTopic<Account>('account', ACCOUNT)
export const useRisk = () => useTopic<RiskState>('risk', RISK)
export const useStatus = () => useTopic<SystemStatus>('status', STATUS)
export const usePositions = () => useTopic<Position[]>('positions', POSITIONS)
export const useEvents = () => useTopic<Activity[]>('events', EVENTS)
export const useQuote = (symbol: string | null) => useTopic<Quote>(symbol && `prices:${symbol}`, QUOTE)
