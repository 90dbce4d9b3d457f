import { Button, Pagination, SegmentedControl, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DownloadIcon } from '@/components/Icons'
import { Panel } from '@/components/Panel'
import type { Trade } from '@/lib/api'
import { download } from '@/lib/csv'
import { count } from '@/lib/format'
import { useHotkeys } from '@/lib/keys'
import { cause } from '@/lib/problem'
import { symbolsQuery, tradesQuery, type TradesAsked } from '@/lib/queries'
import { allTrades } from './api/allTrades'
import { tradeCsv } from './api/tradeCsv'
import { TotalsRow } from './components/TotalsRow'
import { TradeDrawer } from './components/TradeDrawer'
import { TradeTable } from './components/TradeTable'
import css from './Trades.module.css'

export interface Search {
  page?: number
  status?: TradesAsked['status']
  symbol?: string
}

const PAGE_SIZE = 25
const STATUSES = [
  { value: '', label: 'All' },
  { value: 'OPEN', label: 'Open' },
  { value: 'CLOSED', label: 'Closed' },
]

/** The address holds page and filters, so that a link shows the same rows. */
export default function TradesPage({
  search,
  onSearch,
}: {
  search: Search
  onSearch: (search: Search) => void
}) {
  const filter = { status: search.status, symbol: search.symbol }
  const page = search.page ?? 1
  const asked = useQuery({
    ...tradesQuery({ page, pageSize: PAGE_SIZE, ...filter }),
    placeholderData: keepPreviousData,
  })
  const symbols = useQuery(symbolsQuery).data ?? []
  const [chosen, setChosen] = useState<Trade | null>(null)
  const [exporting, setExporting] = useState(false)
  const total = asked.data?.total_count ?? 0

  const save = async () => {
    setExporting(true)
    try {
      const trades = await allTrades(filter)
      download(`fluxhero-trades-${new Date().toISOString().slice(0, 10)}.csv`, tradeCsv(trades))
    } catch (error) {
      notifications.show({ color: 'red', title: 'Not exported', message: cause(error) })
    } finally {
      setExporting(false)
    }
  }
  useHotkeys({ 'Shift+E': () => void save() })

  return (
    <div className={css.page}>
      <header className={css.tools}>
        <h1>Trades</h1>
        <SegmentedControl
          size="xs"
          aria-label="Status"
          data={STATUSES}
          value={search.status ?? ''}
          onChange={(value) => onSearch({ ...filter, status: (value || undefined) as Search['status'] })}
          transitionDuration={0}
        />
        <Select
          size="xs"
          w={150}
          aria-label="Symbol"
          placeholder="All symbols"
          clearable
          data={symbols.map((info) => info.symbol)}
          value={search.symbol ?? null}
          onChange={(value) => onSearch({ ...filter, symbol: value ?? undefined })}
        />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<DownloadIcon size={14} />}
          loading={exporting}
          disabled={total === 0}
          onClick={() => void save()}
        >
          Export CSV
        </Button>
      </header>
      <TotalsRow filter={filter} total={total} />
      <Panel
        label="Trades, newest first"
        flush
        className={css.panel}
        loading={asked.isPending}
        error={asked.isError && !asked.data ? asked.error : null}
        stale={asked.isError && asked.data ? 'could not be refreshed' : null}
        onRetry={() => void asked.refetch()}
        empty={
          asked.data?.trades.length === 0
            ? search.status || search.symbol
              ? 'No trade matches these filters.'
              : 'No trades yet. The first appears when an entry signal passes the risk checks and is filled.'
            : null
        }
      >
        <TradeTable trades={asked.data?.trades ?? []} onOpen={setChosen} />
      </Panel>
      {asked.data && asked.data.total_pages > 1 && (
        <footer className={css.pages}>
          <span className="mute">
            {count((page - 1) * PAGE_SIZE + 1)}–{count(Math.min(page * PAGE_SIZE, total))} of {count(total)}
          </span>
          <Pagination
            size="xs"
            total={asked.data.total_pages}
            value={page}
            onChange={(next) => onSearch({ ...filter, page: next > 1 ? next : undefined })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        </footer>
      )}
      {chosen && <TradeDrawer trade={chosen} onDone={() => setChosen(null)} />}
    </div>
  )
}
