import type {
  IChartApi,
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesApi,
  ISeriesPrimitive,
  PrimitivePaneViewZOrder,
  SeriesAttachedParameter,
  Time,
} from 'lightweight-charts'
import type { Reading } from './model'
import { alpha, type Palette } from './palette'
import { at } from './base'
import { regimeSpans, visibleSlice } from './spans'

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0]

const CHANNEL_ATR = 0.5

/** Regimes are told by more than their hue. */
const LETTERS: Readonly<Record<string, string>> = { STRONG_TREND: 'T', MEAN_REVERSION: 'M', NEUTRAL: 'N' }
const LETTER_ROOM = 14
const LETTER_Y = 40
const LETTER_FONT = "600 10px 'Inter Variable', sans-serif"

/** Regime tint, its ribbon at the foot and the ATR channel, in one pass over the visible bars. */
export class Backdrop implements ISeriesPrimitive<Time>, IPrimitivePaneView, IPrimitivePaneRenderer {
  private chart: IChartApi | null = null
  private series: ISeriesApi<'Candlestick'> | null = null
  private repaint: (() => void) | null = null
  private readings: readonly Reading[] = []

  constructor(private palette: Palette) {}

  attached(params: SeriesAttachedParameter<Time>): void {
    this.chart = params.chart as IChartApi
    this.series = params.series as ISeriesApi<'Candlestick'>
    this.repaint = params.requestUpdate
  }

  detached(): void {
    this.chart = this.series = this.repaint = null
  }

  show(readings: readonly Reading[]): void {
    this.readings = readings
    this.repaint?.()
  }

  recolour(palette: Palette): void {
    this.palette = palette
    this.repaint?.()
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [this]
  }

  zOrder(): PrimitivePaneViewZOrder {
    return 'bottom'
  }

  renderer(): IPrimitivePaneRenderer {
    return this
  }

  draw(target: Target): void {
    const range = this.chart?.timeScale().getVisibleRange()
    if (!range || this.readings.length === 0) return
    const visible = visibleSlice(this.readings, Number(range.from), Number(range.to))
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      this.drawRegimes(context, visible, mediaSize.height)
      this.drawChannel(context, visible, mediaSize.width)
    })
  }

  private x(time: number): number | null {
    return this.chart?.timeScale().timeToCoordinate(at(time)) ?? null
  }

  private drawRegimes(context: CanvasRenderingContext2D, visible: readonly Reading[], height: number): void {
    context.font = LETTER_FONT
    const half = (this.chart?.timeScale().options().barSpacing ?? 6) / 2
    for (const span of regimeSpans(visible)) {
      const from = this.x(span.from)
      const to = this.x(span.to)
      const colour = this.colour(span.regime)
      if (from === null || to === null || !colour) continue
      const width = Math.max(1, to - from + half * 2)
      if (span.regime !== 'NEUTRAL') {
        context.fillStyle = alpha(colour, 0.1)
        context.fillRect(from - half, 0, width, height)
      }
      context.fillStyle = alpha(colour, span.regime === 'NEUTRAL' ? 0.4 : 0.85)
      context.fillRect(from - half, height - 4, width, 4)
      if (width >= LETTER_ROOM) {
        context.fillStyle = colour
        context.fillText(LETTERS[span.regime] ?? '', from - half + 3, LETTER_Y)
      }
    }
  }

  private colour(regime: string): string | null {
    if (regime === 'STRONG_TREND') return this.palette.trend
    if (regime === 'MEAN_REVERSION') return this.palette.reversion
    return regime === 'NEUTRAL' ? this.palette.neutral : null
  }

  private drawChannel(context: CanvasRenderingContext2D, visible: readonly Reading[], width: number): void {
    const step = Math.max(1, Math.floor(visible.length / Math.max(1, width)))
    const upper: [number, number][] = []
    const lower: [number, number][] = []
    for (let i = 0; i < visible.length; i += step) {
      const reading = visible[i]
      if (!reading || reading.kama === null || reading.atr === null) continue
      const x = this.x(reading.time)
      const high = this.series?.priceToCoordinate(reading.kama + CHANNEL_ATR * reading.atr)
      const low = this.series?.priceToCoordinate(reading.kama - CHANNEL_ATR * reading.atr)
      if (x === null || high === null || high === undefined || low === null || low === undefined) continue
      upper.push([x, high])
      lower.push([x, low])
    }
    if (upper.length < 2) return
    const band = [...upper, ...lower.toReversed()]
    context.fillStyle = alpha(this.palette.mute, 0.13)
    trace(context, band)
    context.fill()
    context.strokeStyle = alpha(this.palette.mute, 0.75)
    context.lineWidth = 1
    context.setLineDash([2, 2])
    for (const edge of [upper, lower]) {
      trace(context, edge)
      context.stroke()
    }
    context.setLineDash([])
  }
}

function trace(context: CanvasRenderingContext2D, points: readonly [number, number][]): void {
  context.beginPath()
  points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
}
