import { QueryClient, queryOptions } from '@tanstack/react-query'
import { api, take } from './api'
import { Problem } from './problem'

function worthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof Problem ? error.status : 0
  return failures < 3 && (status === 0 || status === 429 || status >= 500)
}

function pauseBefore(failures: number, error: unknown): number {
  const after = error instanceof Problem ? error.retryAfter : null
  return after ? Math.min(after, 30) * 1000 : Math.min(8000, 500 * 2 ** failures)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRetrying,
      retryDelay: pauseBefore,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
    },
  },
})

export const symbolsQuery = queryOptions({
  queryKey: ['symbols'],
  queryFn: () => take(api.GET('/api/symbols')),
  staleTime: 60_000,
})

export interface TradesAsked {
  page: number
  pageSize: number
  status?: 'OPEN' | 'CLOSED' | 'CANCELLED'
  symbol?: string
}

export function tradesQuery({ page, pageSize, status, symbol }: TradesAsked) {
  return queryOptions({
    queryKey: ['trades', page, pageSize, status ?? null, symbol ?? null],
    queryFn: () =>
      take(api.GET('/api/trades', { params: { query: { page, page_size: pageSize, status, symbol } } })),
  })
}
