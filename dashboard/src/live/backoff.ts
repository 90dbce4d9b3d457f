/** Full jitter: anything between nothing and the exponential step, so that clients do not return in step. */
export const BASE_MS = 500
export const CAP_MS = 15_000

export function backoff(attempt: number, random: () => number = Math.random): number {
  const step = Math.min(CAP_MS, BASE_MS * 2 ** Math.max(0, attempt - 1))
  return Math.round(random() * step)
}
