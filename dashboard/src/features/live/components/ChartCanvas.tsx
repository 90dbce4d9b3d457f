import { useEffect, useRef } from 'react'
import type { Level, Mark } from '@/components/chart/model'
import { onPaletteChange } from '@/components/chart/palette'
import { PriceChart } from '@/components/chart/priceChart'
import type { Change, ChartFeed } from '../api/chartFeed'
import css from './Chart.module.css'

interface Props {
  feed: ChartFeed
  levels: readonly Level[]
  marks: readonly Mark[]
  onHover: (time: number | null) => void
  onFollowing: (following: boolean) => void
  chartRef: (chart: PriceChart | null) => void
}

const OLDER_WITHIN = 40

function apply(chart: PriceChart, feed: ChartFeed, change: Change): void {
  if (change.kind === 'bars') {
    if (change.reset) chart.setBars(feed.bars)
    else change.added.forEach((bar) => chart.addBar(bar))
  } else if (change.kind === 'readings') {
    if (change.reset) chart.setReadings(feed.readings)
    else change.added.forEach((reading) => chart.addReading(reading, feed.readings))
  }
}

/** Owns the canvas; new data goes straight to it and never through React. */
export function ChartCanvas({ feed, levels, marks, onHover, onFollowing, chartRef }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<PriceChart | null>(null)

  useEffect(() => {
    if (!host.current) return
    const made = new PriceChart(host.current, /d|w/.test(feed.interval), onHover)
    chart.current = made
    chartRef(made)
    made.setBars(feed.bars)
    made.setReadings(feed.readings)
    made.onRange((left) => {
      if (left < OLDER_WITHIN) void feed.older()
      onFollowing(made.following())
    })
    const leave = [feed.listen((change) => apply(made, feed, change)), onPaletteChange(() => made.recolour())]
    return () => {
      leave.forEach((stop) => stop())
      chart.current = null
      chartRef(null)
      made.destroy()
    }
  }, [feed, onHover, onFollowing, chartRef])

  useEffect(() => chart.current?.setLevels(levels), [levels, feed])
  useEffect(() => chart.current?.setMarks(marks), [marks, feed])

  return <div ref={host} className={css.canvas} />
}
