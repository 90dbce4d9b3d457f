import type { Position } from '@/lib/api'
import { num, type Figure } from '@/lib/format'

/** What the last price loses to the stop; a view of the position, the account's figure is risk-service's. */
export function lossAtStop(
  position: Pick<Position, 'side' | 'shares' | 'current_price' | 'entry_price' | 'stop_loss'>,
): number | null {
  const stop = num(position.stop_loss)
  const last = num(position.current_price) ?? num(position.entry_price)
  if (stop === null || last === null) return null
  return Math.max(0, (last - stop) * position.side * position.shares)
}

export function multipleOfRisk(pnl: Figure, risk: Figure): number | null {
  const gained = num(pnl)
  const risked = num(risk)
  return gained === null || risked === null || risked <= 0 ? null : gained / risked
}

/** Where the last price stands between stop (0) and target or mirror of the stop (1). */
export function trackShare(stop: number, entry: number, target: number | null, last: number): number {
  const end = target ?? entry + (entry - stop) * 2
  const share = end === stop ? 0.5 : (last - stop) / (end - stop)
  return Math.max(0, Math.min(1, share))
}
