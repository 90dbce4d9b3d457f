import { useQuery } from '@tanstack/react-query'
import { Panel } from '@/components/Panel'
import type { SymbolInfo } from '@/lib/api'
import { symbolsQuery } from '@/lib/queries'
import { useChartFeed } from './api/useChartFeed'
import { ActivityFeed } from './components/ActivityFeed'
import { ChartPanel } from './components/ChartPanel'
import { KpiStrip } from './components/KpiStrip'
import { Positions } from './components/Positions'
import { LimitsCard, RegimeCard } from './components/SideCards'
import css from './LivePage.module.css'

/** Safety, position, market and the reasons on one screen. */
export default function LivePage({ symbol }: { symbol: string | undefined }) {
  const symbols = useQuery(symbolsQuery)
  const chosen = symbols.data?.find((info) => info.symbol === symbol) ?? symbols.data?.[0]
  if (chosen) return <Live info={chosen} />
  return (
    <div className={css.page}>
      <h1 className="sr">Live</h1>
      <Panel
        label="Live"
        loading={symbols.isPending}
        error={symbols.error}
        onRetry={() => void symbols.refetch()}
        empty="No symbol has history yet. The feed of market-data-service brings the first."
      />
    </div>
  )
}

function Live({ info }: { info: SymbolInfo }) {
  const feed = useChartFeed(info.symbol, info.timeframe)
  return (
    <div className={css.page}>
      <h1 className="sr">Live: {info.symbol}</h1>
      <KpiStrip />
      <div className={css.main}>
        <ChartPanel feed={feed} className={css.chart} />
        <div className={css.side}>
          <RegimeCard feed={feed} />
          <LimitsCard />
          <ActivityFeed daily={/d|w/.test(info.timeframe)} />
        </div>
      </div>
      <Positions className={css.positions} />
    </div>
  )
}
