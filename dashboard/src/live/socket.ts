import { backoff } from './backoff'
import type { Connection } from './connection'
import { epochMs, parseFrame, type Frame } from './frames'
import { SequenceBook } from './sequence'

export const HEARTBEAT_MS = 10_000
export const SILENCE_MS = 25_000
const UNAUTHENTICATED = 4401

export interface Wire {
  readyState: number
  send(text: string): void
  close(code?: number): void
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
}

/** What the socket needs from the world; tests bring their own. */
export interface World {
  open(): Wire
  token(): string | null
  now(): number
  random(): number
  report(change: Partial<Connection>): void
  refused(): void
}

export interface Listener {
  snapshot(data: unknown, at: number | null): void
  delta(data: unknown, at: number | null): void
}

/** One authenticated connection that carries topics, notices gaps and comes back by itself. */
export class LiveSocket {
  private readonly book = new SequenceBook()
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly paused = new Set<string>()
  private wire: Wire | null = null
  private ready = false
  private attempt = 0
  private requests = 0
  private lastFrameAt = 0
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private heartbeat: ReturnType<typeof setInterval> | undefined
  private stopped = true

  constructor(private readonly world: World) {}

  start(): void {
    if (!this.stopped) return
    this.stopped = false
    this.attempt = 0
    this.connect()
  }

  stop(): void {
    this.stopped = true
    this.drop()
    this.world.report({ phase: 'idle', nextAttemptAt: null })
  }

  /** At once instead of at the next attempt: after the network or the tab came back, or by hand. */
  reconnectNow(): void {
    if (this.stopped || (this.wire && this.ready)) return
    this.drop()
    this.connect()
  }

  listen(topic: string, listener: Listener): () => void {
    const known = this.listeners.get(topic)
    if (known) {
      known.add(listener)
      this.request('subscribe', [topic], false)
    } else {
      this.listeners.set(topic, new Set([listener]))
      this.request('subscribe', [topic], false)
    }
    return () => this.leave(topic, listener)
  }

  private leave(topic: string, listener: Listener): void {
    const known = this.listeners.get(topic)
    known?.delete(listener)
    if (!known || known.size > 0) return
    this.listeners.delete(topic)
    this.paused.delete(topic)
    this.book.forget(topic)
    this.request('unsubscribe', [topic], false)
  }

  /** Hidden tabs stop asking for what nobody sees; a pause remembers where to continue. */
  pause(matches: (topic: string) => boolean): void {
    const topics = [...this.listeners.keys()].filter((topic) => matches(topic) && !this.paused.has(topic))
    topics.forEach((topic) => this.paused.add(topic))
    this.request('unsubscribe', topics, false)
  }

  unpause(): void {
    const topics = [...this.paused]
    this.paused.clear()
    this.request('subscribe', topics, true)
  }

  private connect(): void {
    clearTimeout(this.retryTimer)
    this.world.report({ phase: 'connecting', attempt: this.attempt, nextAttemptAt: null })
    const wire = this.world.open()
    this.wire = wire
    this.lastFrameAt = this.world.now()
    wire.onopen = () => wire.send(JSON.stringify({ type: 'auth', token: this.world.token() }))
    wire.onmessage = (event) => {
      if (wire === this.wire) this.receive(parseFrame(event.data))
    }
    wire.onclose = (event) => {
      if (wire === this.wire) this.closed(event.code)
    }
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS / 2)
  }

  private receive(frame: Frame | null): void {
    this.lastFrameAt = this.world.now()
    if (!frame) return
    switch (frame.type) {
      case 'hello':
        this.welcome(frame.serverTime)
        break
      case 'snapshot':
        this.book.snapshot(frame.topic, frame.seq)
        this.each(frame.topic, (listener) => listener.snapshot(frame.data, epochMs(frame.asOf)))
        break
      case 'delta':
        this.take(frame.topic, frame.seq, frame.prevSeq, frame.data, epochMs(frame.ts))
        break
      case 'ping':
        this.send({ type: 'pong', t: frame.t })
        break
      case 'pong':
        this.measure(frame.t, epochMs(frame.serverTime))
        break
      default:
        break
    }
  }

  private take(topic: string, seq: number, prevSeq: number, data: unknown, at: number | null): void {
    const decision = this.book.delta(topic, seq, prevSeq)
    if (decision === 'apply') this.each(topic, (listener) => listener.delta(data, at))
    if (decision === 'gap' && this.listeners.has(topic)) this.request('subscribe', [topic], true)
  }

  private welcome(serverTime: string | number | undefined): void {
    const now = this.world.now()
    const server = epochMs(serverTime)
    this.ready = true
    this.attempt = 0
    this.world.report({
      phase: 'open',
      attempt: 0,
      nextAttemptAt: null,
      lostAt: null,
      ...(server === null ? {} : { clockOffset: server - now }),
    })
    const topics = [...this.listeners.keys()].filter((topic) => !this.paused.has(topic))
    this.request('subscribe', topics, true)
    this.send({ type: 'ping', t: now })
  }

  private measure(sentAt: number | undefined, server: number | null): void {
    if (sentAt === undefined) return
    const now = this.world.now()
    const roundTrip = now - sentAt
    const clockOffset = server === null ? {} : { clockOffset: server + roundTrip / 2 - now }
    this.world.report({ roundTrip, ...clockOffset })
  }

  private beat(): void {
    if (this.world.now() - this.lastFrameAt > SILENCE_MS) {
      this.drop()
      this.retry()
    } else if (this.ready) {
      this.send({ type: 'ping', t: this.world.now() })
    }
  }

  private closed(code: number): void {
    this.drop()
    if (code === UNAUTHENTICATED) {
      this.stopped = true
      this.world.report({ phase: 'refused', nextAttemptAt: null })
      this.world.refused()
    } else {
      this.retry()
    }
  }

  private retry(): void {
    if (this.stopped) return
    this.attempt += 1
    const wait = backoff(this.attempt, this.world.random)
    const now = this.world.now()
    this.world.report({ phase: 'waiting', attempt: this.attempt, nextAttemptAt: now + wait })
    this.retryTimer = setTimeout(() => this.connect(), wait)
  }

  private drop(): void {
    clearTimeout(this.retryTimer)
    clearInterval(this.heartbeat)
    const wire = this.wire
    if (this.ready) this.world.report({ lostAt: this.world.now(), roundTrip: null })
    this.wire = null
    this.ready = false
    if (wire) {
      wire.onopen = wire.onmessage = wire.onclose = null
      wire.close()
    }
  }

  private request(type: 'subscribe' | 'unsubscribe', topics: string[], resume: boolean): void {
    if (!this.ready || topics.length === 0) return
    const from = resume ? this.book.resume(topics) : {}
    const tail = Object.keys(from).length > 0 ? { resume: from } : {}
    this.requests += 1
    this.send({ type, id: this.requests, topics, ...tail })
  }

  private send(frame: object): void {
    if (this.wire && this.wire.readyState === 1) this.wire.send(JSON.stringify(frame))
  }

  private each(topic: string, tell: (listener: Listener) => void): void {
    this.listeners.get(topic)?.forEach(tell)
  }
}
