/** What the gateway says on /ws/v1/stream. */
export interface Hello {
  type: 'hello'
  sessionId?: string
  serverTime?: string | number
  protocol?: number
  heartbeatMs?: number
}
export interface Snapshot {
  type: 'snapshot'
  topic: string
  seq: number
  asOf?: string | number | null
  data: unknown
}
export interface Delta {
  type: 'delta'
  topic: string
  seq: number
  prevSeq: number
  ts?: string | number | null
  data: unknown
}
export interface Ack {
  type: 'ack'
  id?: number
  topics?: string[]
}
export interface Pong {
  type: 'pong'
  t?: number
  serverTime?: string | number
}
export interface StreamError {
  type: 'error'
  id?: number
  code?: string
  message?: string
}
export type Frame = Hello | Snapshot | Delta | Ack | Pong | StreamError | { type: 'ping'; t?: number }

const TYPES = new Set(['hello', 'snapshot', 'delta', 'ack', 'pong', 'ping', 'error'])

/** The frame, or null when it is not one: a bad frame must not end the session. */
export function parseFrame(text: unknown): Frame | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('type' in value)) return null
    const frame = value as Frame & { topic?: unknown; seq?: unknown }
    if (!TYPES.has(frame.type)) return null
    const carries = frame.type === 'snapshot' || frame.type === 'delta'
    return carries && (typeof frame.topic !== 'string' || typeof frame.seq !== 'number') ? null : frame
  } catch {
    return null
  }
}

/** Epoch milliseconds of an ISO instant, epoch seconds or epoch milliseconds. */
export function epochMs(time: string | number | null | undefined): number | null {
  if (time === null || time === undefined) return null
  if (typeof time === 'number') return time < 1e11 ? time * 1000 : time
  const ms = Date.parse(time)
  return Number.isNaN(ms) ? null : ms
}
