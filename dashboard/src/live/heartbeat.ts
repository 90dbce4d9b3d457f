import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SystemStatus } from '@/lib/api'
import { age } from '@/lib/format'
import { connection } from './connection'
import { epochMs } from './frames'
import { freshness, type Freshness } from './freshness'
import { useStatus } from './views'

export const useConnection = () => useStore(connection)

/** The clock of the server, ticking for the ages on screen. */
export function useServerNow(everyMs = 500): number {
  const { clockOffset } = useConnection()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + clockOffset
}

export type Health = Freshness | 'finished' | 'closed' | 'disconnected' | 'starting'

export interface Heartbeat {
  health: Health
  /** Since the last market data was received, ms. */
  ageMs: number | null
  /** What to print beside data that is not to be trusted, else null. */
  stale: string | null
  status: SystemStatus | null
}

const RESTING: Record<string, Health> = { FINISHED: 'finished', MARKET_CLOSED: 'closed' }

/** One truth for the state of market data, from the time its source was heard, not from arrival here. */
export function judge(status: SystemStatus | null, connected: boolean, now: number): Heartbeat {
  const received = epochMs(status?.last_update)
  const ageMs = received === null ? null : Math.max(0, now - received)
  const resting = status ? RESTING[status.status] : undefined
  if (!status) return { health: connected ? 'starting' : 'disconnected', ageMs, stale: null, status }
  if (!connected) return { health: 'disconnected', ageMs, stale: age(ageMs), status }
  if (resting) return { health: resting, ageMs, stale: null, status }
  const health = ageMs === null ? 'starting' : freshness(ageMs)
  return { health, ageMs, stale: health === 'delayed' || health === 'offline' ? age(ageMs) : null, status }
}

const beat = createStore<Heartbeat>(() => ({ health: 'starting', ageMs: null, stale: null, status: null }))

/** Mounted once, in the shell: everything else reads the result and renders only when its part changes. */
export function useHeartbeatSource(): void {
  const { phase } = useConnection()
  const status = useStatus().data
  const now = useServerNow()
  useEffect(() => beat.setState(judge(status, phase === 'open', now)), [status, phase, now])
}

export const useHeartbeat = () => useStore(beat)
export const useHealth = () => useStore(beat, (state) => state.health)
export const useStale = () => useStore(beat, (state) => state.stale)
