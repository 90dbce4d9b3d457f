import { queryOptions } from '@tanstack/react-query'
import {
  api,
  intention,
  take,
  type BacktestRequest,
  type BacktestRun,
  type WalkForwardRequest,
} from '@/lib/api'
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

/** A run that this page started: by the id of its request it can be watched and cancelled before it has one of its own. */
export type Started = { requestId: string } & (
  { kind: 'BACKTEST'; request: BacktestRequest } | { kind: 'WALK_FORWARD'; request: WalkForwardRequest }
)

export function backtest(request: BacktestRequest): Started {
  return { kind: 'BACKTEST', request, requestId: intention()['Idempotency-Key'] }
}

export function walkForward(request: WalkForwardRequest): Started {
  return { kind: 'WALK_FORWARD', request, requestId: intention()['Idempotency-Key'] }
}

export function run(started: Started): Promise<BacktestRun> {
  const shared = {
    params: { header: { 'Idempotency-Key': started.requestId } },
    headers: { 'X-Request-ID': started.requestId },
  }
  return started.kind === 'BACKTEST'
    ? take(api.POST('/api/backtest', { body: started.request, ...shared }))
    : take(api.POST('/api/backtest/walk-forward', { body: started.request, ...shared }))
}

export const atWorkQuery = queryOptions({
  queryKey: ['runs-at-work'],
  queryFn: async () => (await take(api.GET('/api/backtest/running'))).running,
  refetchInterval: 5_000,
})

/** By the id of the run or of the request that started it. */
export function cancelRun(id: string) {
  return take(api.DELETE('/api/backtest/running/{id}', { params: { path: { id }, header: intention() } }))
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
