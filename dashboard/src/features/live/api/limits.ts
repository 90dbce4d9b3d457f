import type { RiskLimit } from '@/lib/api'
import { fixed, money, percent, words, type Figure } from '@/lib/format'

const flat = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '_')

/** The limit whose name holds the words, whatever case and separators it uses. */
export function findLimit(limits: readonly RiskLimit[], name: string): RiskLimit | undefined {
  return limits.find((limit) => flat(limit.name).includes(name))
}

export function limitFigure(value: Figure, unit: string | null | undefined): string {
  const u = (unit ?? '').toLowerCase()
  if (u === '%' || u.startsWith('pct') || u.startsWith('percent')) return percent(value, 1)
  if (u === '$' || u === 'usd' || u.startsWith('money')) return money(value, 0)
  return fixed(value, u === '' || u.includes('count') || u.includes('position') ? 0 : 2)
}

export function limitName(limit: RiskLimit): string {
  return words(limit.name.replace(/_(pct|percent)$/i, ''))
}
