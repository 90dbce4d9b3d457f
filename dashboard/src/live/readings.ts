import type { Reading } from '@/components/chart/model'
import { num, type Figure } from '@/lib/format'
import { epochMs } from './frames'
import { isFields, listOf } from './views'

type Fields = Record<string, unknown>

/** Indicators as columns (REST) or as rows (socket). */
export function readingsOf(data: unknown): Reading[] {
  if (isFields(data) && Array.isArray(data['time'])) {
    const columns = data as Record<string, unknown[]>
    const keys = Object.keys(columns).filter((key) => Array.isArray(columns[key]))
    return columns['time']!.flatMap((_, i) =>
      reading(Object.fromEntries(keys.map((key) => [key, columns[key]?.[i]]))),
    )
  }
  return listOf<Fields>(data, 'indicators').flatMap(reading)
}

function reading(row: Fields): Reading[] {
  const time = epochMs((row['time'] ?? row['bar_time']) as string | number)
  if (time === null) return []
  const figure = (key: string) => num(row[key] as Figure)
  const text = (key: string) => (typeof row[key] === 'string' ? row[key] : null)
  const verdict = isFields(row['verdict']) ? row['verdict'] : {}
  return [
    {
      time: time / 1000,
      kama: figure('kama'),
      atr: figure('atr'),
      adx: figure('adx'),
      rsi: figure('rsi'),
      rSquared: figure('r_squared'),
      regime: text('regime'),
      volatility: text('volatility'),
      gate: text('gate') ?? (verdict['gate'] as string | undefined) ?? null,
      detail: text('detail') ?? (verdict['detail'] as string | undefined) ?? null,
    },
  ]
}
