import type { Bar, Level, Mark } from '@/components/chart/model'
import { lowerBound } from '@/components/chart/spans'
import type { Position, Trade } from '@/lib/api'
import { num, signedMoney, signOf } from '@/lib/format'
import { epochMs } from '@/live/frames'

/** The bar in which a moment lies; marks must sit on bars. */
function barOf(bars: readonly Bar[], time: string | null | undefined): number | null {
  const ms = epochMs(time)
  if (ms === null) return null
  const place = lowerBound(bars, ms / 1000 + 0.001) - 1
  return bars[place]?.time ?? null
}

/** Entries as arrows, exits as squares with the signed result. */
export function marksOf(trades: readonly Trade[], bars: readonly Bar[], symbol: string): Mark[] {
  const marks: Mark[] = []
  for (const trade of trades) {
    if (trade.symbol !== symbol) continue
    const side = trade.side < 0 ? -1 : 1
    const entry = barOf(bars, trade.entry_time)
    const exit = barOf(bars, trade.exit_time)
    if (entry !== null) {
      marks.push({
        id: `${trade.id}-in`,
        time: entry,
        kind: 'entry',
        side,
        text: side > 0 ? 'B' : 'S',
        gain: null,
      })
    }
    if (exit !== null) {
      const sign = signOf(trade.realized_pnl)
      const text = signedMoney(trade.realized_pnl, 0).replace('$', '')
      marks.push({
        id: `${trade.id}-out`,
        time: exit,
        kind: 'exit',
        side,
        text,
        gain: sign === 0 ? null : sign > 0,
      })
    }
  }
  return marks.toSorted((a, b) => a.time - b.time)
}

export function levelsOf(positions: readonly Position[], symbol: string): Level[] {
  return positions
    .filter((position) => position.symbol === symbol)
    .flatMap((position) => [
      ...level(position.entry_price, 'entry'),
      ...level(position.stop_loss, 'stop'),
      ...level(position.take_profit, 'target'),
    ])
}

function level(value: number | string | null | undefined, kind: Level['kind']): Level[] {
  const price = num(value)
  return price === null ? [] : [{ price, title: kind, kind }]
}
