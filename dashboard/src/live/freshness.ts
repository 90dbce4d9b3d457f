/** How old the data is decides how much it may be trusted. */
export type Freshness = 'live' | 'delayed' | 'offline'

export const DELAYED_AFTER_MS = 30_000
export const OFFLINE_AFTER_MS = 60_000

export function freshness(ageMs: number | null): Freshness {
  if (ageMs === null) return 'offline'
  if (ageMs < DELAYED_AFTER_MS) return 'live'
  return ageMs < OFFLINE_AFTER_MS ? 'delayed' : 'offline'
}
