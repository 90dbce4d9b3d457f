import { AreaSeries, LineSeries, type IChartApi } from 'lightweight-charts'
import { useEffect, useRef, useState } from 'react'
import { at, createTimeChart, exchangeTime, look } from './base'
import { alpha, onPaletteChange, readPalette, type Palette } from './palette'

export interface Curve {
  name: string
  tone: 'accent' | 'mute' | 'down'
  area?: 'below' | 'above'
  pane?: number
  points: readonly { time: number; value: number }[]
}

interface Props {
  label: string
  curves: readonly Curve[]
  height: number
  /** Relative heights of the panes. */
  stretch?: readonly number[]
  format?: (value: number) => string
}

function add(chart: IChartApi, curve: Curve, palette: Palette, format: (value: number) => string): void {
  const colour = palette[curve.tone]
  const shared = {
    lineWidth: 1 as const,
    priceLineVisible: false,
    lastValueVisible: curve.tone !== 'mute',
    crosshairMarkerRadius: 3,
    priceFormat: { type: 'custom' as const, formatter: format, minMove: 0.01 },
  }
  const data = curve.points.map(({ time, value }) => ({ time: at(time), value }))
  if (!curve.area) {
    chart.addSeries(LineSeries, { ...shared, color: colour }, curve.pane ?? 0).setData(data)
    return
  }
  const top = alpha(colour, curve.area === 'above' ? 0.3 : 0.16)
  const bottom = alpha(colour, curve.area === 'above' ? 0.3 : 0.02)
  chart
    .addSeries(
      AreaSeries,
      {
        ...shared,
        lineColor: colour,
        topColor: top,
        bottomColor: bottom,
        invertFilledArea: curve.area === 'above',
      },
      curve.pane ?? 0,
    )
    .setData(data)
}

const plain = (value: number) => value.toFixed(2)

/** Curves over time: equity, benchmark, underwater. */
export function CurveChart({ label, curves, height, stretch, format = plain }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [palette, setPalette] = useState(readPalette)
  useEffect(() => onPaletteChange(() => setPalette(readPalette())), [])
  useEffect(() => {
    if (!host.current) return
    const chart = createTimeChart(host.current, palette, {
      ...exchangeTime(true),
      // All of it in sight, however many points there are.
      timeScale: { ...exchangeTime(true).timeScale, minBarSpacing: 0.001 },
      localization: { ...exchangeTime(true).localization, priceFormatter: format },
      handleScroll: { mouseWheel: false },
      handleScale: { mouseWheel: false },
    })
    chart.applyOptions(look(palette))
    curves.forEach((curve) => add(chart, curve, palette, format))
    stretch?.forEach((factor, pane) => chart.panes()[pane]?.setStretchFactor(factor))
    chart.timeScale().fitContent()
    return () => chart.remove()
  }, [curves, palette, stretch, format])
  return (
    <figure aria-label={label}>
      <div ref={host} style={{ height }} />
    </figure>
  )
}
