import type { Bar, Reading } from '@/components/chart/model'
import { lowerBound } from '@/components/chart/spans'
import { api, take } from '@/lib/api'
import { readingsOf } from '@/live/readings'
import { live } from '@/live/stream'
import { barsOf } from '@/live/views'

export type Change =
  | { kind: 'bars'; reset: boolean; added: readonly Bar[] }
  | { kind: 'readings'; reset: boolean; added: readonly Reading[] }
  | { kind: 'state' }

const FIRST_PAGE = 1500
const OLDER_PAGE = 2000
const REFILL_MS = 1500

type Interval = '1d'

/** Puts fresh items into the sorted list; true when an older place changed and the whole must be redrawn. */
export function merge<T extends { time: number }>(known: T[], fresh: readonly T[]): boolean {
  let reset = false
  for (const item of fresh) {
    const last = known.at(-1)
    if (!last || item.time > last.time) {
      known.push(item)
    } else if (item.time === last.time) {
      known[known.length - 1] = item
    } else {
      const place = lowerBound(known, item.time)
      known.splice(place, known[place]?.time === item.time ? 1 : 0, item)
      reset = true
    }
  }
  return reset
}

/** Bars and indicators of one symbol outside React: history by REST, the rest by push. */
export class ChartFeed {
  readonly bars: Bar[] = []
  readonly readings: Reading[] = []
  state: 'loading' | 'ready' | 'failed' = 'loading'
  error: unknown = null
  private readonly listeners = new Set<(change: Change) => void>()
  private leave: (() => void)[] = []
  private exhausted = false
  private paging = false
  private refill: ReturnType<typeof setTimeout> | undefined
  private closed = false

  constructor(
    readonly symbol: string,
    readonly interval: string,
  ) {}

  open(): void {
    this.closed = false
    void this.load()
    const bars = { snapshot: this.takeSnapshot, delta: this.takeBars }
    const readings = { snapshot: this.takeReadings, delta: this.takeReadings }
    this.leave = [
      live.listen(`candles:${this.symbol}:${this.interval}`, bars),
      live.listen(`indicators:${this.symbol}`, readings),
    ]
  }

  close(): void {
    this.closed = true
    clearTimeout(this.refill)
    this.leave.forEach((leave) => leave())
  }

  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  load = async (): Promise<void> => {
    this.state = this.bars.length > 0 ? 'ready' : 'loading'
    this.error = null
    this.tell({ kind: 'state' })
    try {
      await this.fetch({ limit: FIRST_PAGE })
      this.state = 'ready'
    } catch (error) {
      this.state = 'failed'
      this.error = error
    }
    this.tell({ kind: 'state' })
  }

  /** Called when the view comes near the oldest bar. */
  older = async (): Promise<void> => {
    const first = this.bars[0]
    if (this.paging || this.exhausted || !first || this.state !== 'ready') return
    this.paging = true
    const before = this.bars.length
    try {
      await this.fetch({ to: new Date((first.time - 1) * 1000).toISOString(), limit: OLDER_PAGE })
      this.exhausted = this.bars.length === before
    } catch {
      // Older bars are asked for again when the view next comes near the edge.
    } finally {
      this.paging = false
    }
  }

  private async fetch(range: { from?: string; to?: string; limit: number }): Promise<void> {
    const query = { symbol: this.symbol, interval: this.interval as Interval, ...range }
    const [chart, indicators] = await Promise.all([
      take(api.GET('/api/chart', { params: { query } })),
      take(api.GET('/api/indicators', { params: { query } })),
    ])
    if (this.closed) return
    this.addBars(barsOf(chart))
    this.addReadings(readingsOf(indicators))
  }

  /** A snapshot after a pause may begin later than we ended: what lies between comes by REST. */
  private takeSnapshot = (data: unknown): void => {
    const fresh = barsOf(data)
    const last = this.bars.at(-1)
    const first = fresh[0]
    if (last && first && first.time > last.time) this.refillSoon()
    this.addBars(fresh)
  }

  private takeBars = (data: unknown): void => this.addBars(barsOf(data))

  private takeReadings = (data: unknown): void => this.addReadings(readingsOf(data))

  private refillSoon(): void {
    const from = this.bars.at(-1)?.time
    if (this.refill || from === undefined) return
    this.refill = setTimeout(() => {
      this.refill = undefined
      const since = new Date(from * 1000).toISOString()
      this.fetch({ from: since, limit: 20_000 }).catch(() => this.refillSoon())
    }, REFILL_MS)
  }

  private addBars(fresh: readonly Bar[]): void {
    if (fresh.length === 0) return
    const first = this.bars.length === 0
    const reset = merge(this.bars, fresh) || first
    this.tell({ kind: 'bars', reset, added: fresh })
  }

  private addReadings(fresh: readonly Reading[]): void {
    if (fresh.length === 0) return
    const first = this.readings.length === 0
    const reset = merge(this.readings, fresh) || first
    this.tell({ kind: 'readings', reset, added: fresh })
  }

  private tell(change: Change): void {
    this.listeners.forEach((listener) => listener(change))
  }
}
