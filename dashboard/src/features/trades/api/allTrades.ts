import { queryOptions } from '@tanstack/react-query'
import type { Trade } from '@/lib/api'
import { queryClient, tradesQuery, type TradesAsked } from '@/lib/queries'

export type Filter = Pick<TradesAsked, 'status' | 'symbol'>

const PAGE = 100
const MOST_PAGES = 50

/** Every trade of the filter, newest first, page by page: for totals and for export. */
export async function allTrades(filter: Filter): Promise<Trade[]> {
  const trades: Trade[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await queryClient.fetchQuery(tradesQuery({ page, pageSize: PAGE, ...filter }))
    trades.push(...answer.trades)
    if (page >= answer.total_pages) break
  }
  return trades
}

/** Totals are asked for again when the number of trades changes, not on every fill. */
export function allTradesQuery(filter: Filter, total: number) {
  return queryOptions({
    queryKey: ['trades-all', filter.status ?? null, filter.symbol ?? null, total],
    queryFn: () => allTrades(filter),
    enabled: total > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: Trade[] | undefined) => before,
  })
}
