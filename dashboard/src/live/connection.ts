import { createStore } from 'zustand/vanilla'

export type Phase = 'idle' | 'connecting' | 'open' | 'waiting' | 'refused'

export interface Connection {
  phase: Phase
  attempt: number
  /** When the next attempt starts, epoch ms, while waiting. */
  nextAttemptAt: number | null
  /** Round trip in ms. */
  roundTrip: number | null
  /** Server clock minus ours in ms. */
  clockOffset: number
  /** When the connection was lost, epoch ms. */
  lostAt: number | null
}

export const START: Connection = {
  phase: 'idle',
  attempt: 0,
  nextAttemptAt: null,
  roundTrip: null,
  clockOffset: 0,
  lostAt: null,
}

export const connection = createStore<Connection>(() => START)
