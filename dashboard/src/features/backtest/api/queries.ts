import { queryOptions } from '@tanstack/react-query'
import { api, intention, take, type BacktestRequest, type BacktestResult, type BacktestRun } from '@/lib/api'
import { num } from '@/lib/format'
import type { Point } from './curves'

export const runsQuery = queryOptions({
  queryKey: ['backtests'],
  queryFn: async () =>
    (await take(api.GET('/api/backtest/results', { params: { query: { limit: 20 } } }))).results,
})

export function runQuery(runId: string) {
  return queryOptions({
    queryKey: ['backtest', runId],
    queryFn: (): Promise<BacktestRun> =>
      take(api.GET('/api/backtest/results/{run_id}', { params: { path: { run_id: runId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function run(request: BacktestRequest): Promise<BacktestResult> {
  return take(api.POST('/api/backtest', { body: request, params: { header: intention() } }))
}

export const atWorkQuery = queryOptions({
  queryKey: ['walk-forwards-at-work'],
  queryFn: async () => (await take(api.GET('/api/backtest/running'))).running,
  refetchInterval: 5_000,
})

export function cancelWalkForward(runId: string) {
  return take(
    api.DELETE('/api/backtest/running/{run_id}', {
      params: { path: { run_id: runId }, header: intention() },
    }),
  )
}

/** Closing prices of the period, for buy and hold. */
export function closesQuery(symbol: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['closes', symbol, from, to],
    queryFn: async (): Promise<Point[]> => {
      const range = { from: new Date(from * 1000).toISOString(), to: new Date((to + 1) * 1000).toISOString() }
      const chart = await take(
        api.GET('/api/chart', { params: { query: { symbol, interval: '1d', limit: 20_000, ...range } } }),
      )
      return chart.candles.flatMap((candle) => {
        const value = num(candle.close)
        return value === null ? [] : [{ time: candle.time, value }]
      })
    },
    staleTime: 300_000,
  })
}
