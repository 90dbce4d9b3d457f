import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { PriceChart } from '@/components/chart/priceChart'
import { Faces, Panel, StaleBadge } from '@/components/Panel'
import { tradesQuery } from '@/lib/queries'
import { useHotkeys } from '@/lib/keys'
import { useStale } from '@/live/heartbeat'
import { usePositions } from '@/live/views'
import type { ChartFeed } from '../api/chartFeed'
import { levelsOf, marksOf } from '../api/marks'
import { useFeedVersion } from '../api/useChartFeed'
import { BarTable } from './BarTable'
import css from './Chart.module.css'
import { ChartCanvas } from './ChartCanvas'
import { Legend } from './Legend'

const EMPTY: never[] = []

export function ChartPanel({ feed, className }: { feed: ChartFeed; className?: string }) {
  const chart = useRef<PriceChart | null>(null)
  const [hover, setHover] = useState<number | null>(null)
  const [following, setFollowing] = useState(true)
  const [table, setTable] = useState(false)
  const [showMarks, setShowMarks] = useState(true)
  const version = useFeedVersion(feed)
  const stale = useStale()
  const positions = usePositions().data
  const trades = useQuery(tradesQuery({ page: 1, pageSize: 100, symbol: feed.symbol })).data?.trades ?? EMPTY
  const daily = /d|w/.test(feed.interval)
  const held = feed.bars.length > 0
  const oldest = feed.bars[0]?.time

  const levels = useMemo(() => levelsOf(positions ?? EMPTY, feed.symbol), [positions, feed])
  const marks = useMemo(
    () => (showMarks && oldest !== undefined ? marksOf(trades, feed.bars, feed.symbol) : EMPTY),
    [trades, feed, oldest, showMarks],
  )
  const chartRef = useCallback((made: PriceChart | null) => {
    chart.current = made
  }, [])
  useChartKeys(
    chart,
    () => setTable((on) => !on),
    () => setShowMarks((on) => !on),
  )

  const bar = pick(feed.bars, hover)
  const reading = pick(feed.readings, hover ?? bar?.time ?? null)
  return (
    <Panel label={`Chart of ${feed.symbol}`} className={`${css.panel} ${className ?? ''}`} flush>
      <div className={css.bar}>
        <span className={css.frame} title="Bar length of the running strategy">
          {feed.interval}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => chart.current?.fit()}>
          Fit
        </Button>
        <Button
          size="compact-sm"
          variant={following ? 'light' : 'default'}
          onClick={() => chart.current?.follow()}
        >
          Follow
        </Button>
        <Switch
          size="xs"
          label="Table"
          checked={table}
          onChange={(event) => setTable(event.currentTarget.checked)}
        />
        {stale && <StaleBadge age={stale} />}
        <div className={css.key} aria-hidden="true">
          <Key colour="var(--trend)" name="Trend" />
          <Key colour="var(--reversion)" name="Mean reversion" />
          <Key colour="var(--neutral)" name="Neutral" />
          <Key colour="var(--kama)" name="KAMA" />
        </div>
      </div>
      <figure
        className={css.figure}
        aria-label={`Candles, KAMA, ATR channel, volume, RSI and ADX of ${feed.symbol}`}
        style={{ height: 'calc(100% - 44px)' }}
      >
        <ChartCanvas
          feed={feed}
          levels={levels}
          marks={marks}
          onHover={setHover}
          onFollowing={setFollowing}
          chartRef={chartRef}
        />
        <Legend bar={bar} reading={reading?.time === bar?.time ? reading : undefined} daily={daily} />
        {(!held || feed.state === 'failed') && (
          <div className={css.overlay}>
            <Faces
              loading={feed.state === 'loading'}
              error={feed.state === 'failed' ? feed.error : null}
              empty={`Waiting for the first bar of ${feed.symbol}.`}
              onRetry={() => void feed.load()}
            />
          </div>
        )}
        {table && held && <BarTable key={version} feed={feed} daily={daily} />}
      </figure>
    </Panel>
  )
}

function Key({ colour, name }: { colour: string; name: string }) {
  return (
    <span>
      <i style={{ background: colour }} />
      {name}
    </span>
  )
}

function pick<T extends { time: number }>(items: readonly T[], time: number | null): T | undefined {
  if (time === null) return items.at(-1)
  return items.findLast((item) => item.time <= time)
}

function useChartKeys(chart: React.RefObject<PriceChart | null>, table: () => void, marks: () => void): void {
  useHotkeys({
    e: () => chart.current?.follow(),
    f: () => chart.current?.fit(),
    '+': () => chart.current?.zoom(0.8),
    '-': () => chart.current?.zoom(1.25),
    ArrowLeft: () => chart.current?.pan(-20),
    ArrowRight: () => chart.current?.pan(20),
    x: table,
    m: marks,
  })
}
