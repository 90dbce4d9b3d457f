import {
  CandlestickSeries,
  createSeriesMarkers,
  HistogramSeries,
  LineSeries,
  LineStyle,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type MouseEventParams,
  type SeriesMarker,
  type Time,
} from 'lightweight-charts'
import { Backdrop } from './backdrop'
import { at, createTimeChart, exchangeTime, look } from './base'
import type { Bar, Level, Mark, Reading } from './model'
import { alpha, readPalette, type Palette } from './palette'
import { cullMarks } from './spans'

const VISIBLE_BARS = 180
const RIGHT_GAP = 6
const MARKS_AFTER_MS = 120

/** The chart of one symbol. Data comes in once whole, then bar by bar; the viewer's zoom is never touched. */
export class PriceChart {
  private palette: Palette = readPalette()
  private readonly chart: IChartApi
  private readonly candles: ISeriesApi<'Candlestick'>
  private readonly volume: ISeriesApi<'Histogram'>
  private readonly kama: ISeriesApi<'Line'>
  private readonly rsi: ISeriesApi<'Line'>
  private readonly adx: ISeriesApi<'Line'>
  private readonly backdrop: Backdrop
  private readonly markers: ISeriesMarkersPluginApi<Time>
  private levels: IPriceLine[] = []
  private marks: readonly Mark[] = []
  private marksTimer: ReturnType<typeof setTimeout> | undefined
  private bars: readonly Bar[] = []
  private fitted = false

  constructor(host: HTMLElement, daily: boolean, onHover: (time: number | null) => void) {
    this.chart = createTimeChart(host, this.palette, {
      ...exchangeTime(daily),
      timeScale: {
        ...exchangeTime(daily).timeScale,
        rightOffset: RIGHT_GAP,
        barSpacing: 6,
        minBarSpacing: 0.2,
      },
    })
    this.backdrop = new Backdrop(this.palette)
    const quiet = { priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false } as const
    this.candles = this.chart.addSeries(CandlestickSeries, {
      priceFormat: { type: 'price', precision: 2, minMove: 0.01 },
    })
    this.candles.attachPrimitive(this.backdrop)
    this.kama = this.chart.addSeries(LineSeries, { ...quiet, lineWidth: 2 })
    this.volume = this.chart.addSeries(HistogramSeries, {
      priceScaleId: 'volume',
      priceFormat: { type: 'volume' },
      priceLineVisible: false,
      lastValueVisible: false,
    })
    this.rsi = this.chart.addSeries(LineSeries, { ...quiet, lastValueVisible: true, lineWidth: 1 }, 1)
    this.adx = this.chart.addSeries(LineSeries, { ...quiet, lastValueVisible: true, lineWidth: 1 }, 1)
    this.markers = createSeriesMarkers(this.candles, [])
    this.arrange()
    this.recolour()
    this.chart.subscribeCrosshairMove((event: MouseEventParams) =>
      onHover(event.time === undefined ? null : Number(event.time)),
    )
    this.chart.timeScale().subscribeVisibleTimeRangeChange(() => this.remarkSoon())
  }

  private arrange(): void {
    this.candles.priceScale().applyOptions({ scaleMargins: { top: 0.12, bottom: 0.22 } })
    this.volume.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0.012 } })
    const [main, lower] = this.chart.panes()
    main?.setStretchFactor(4.6)
    lower?.setStretchFactor(1)
    for (const level of [30, 70]) {
      this.rsi.createPriceLine({
        price: level,
        lineStyle: LineStyle.SparseDotted,
        lineWidth: 1,
        axisLabelVisible: false,
        color: this.palette.mute,
      })
    }
    this.adx.createPriceLine({
      price: 25,
      lineStyle: LineStyle.SparseDotted,
      lineWidth: 1,
      axisLabelVisible: false,
      color: this.palette.trend,
    })
    this.rsi.applyOptions({ autoscaleInfoProvider: () => ({ priceRange: { minValue: 0, maxValue: 100 } }) })
  }

  recolour(): void {
    this.palette = readPalette()
    const { up, down, kama, rsi, trend } = this.palette
    this.chart.applyOptions(look(this.palette))
    this.candles.applyOptions({
      upColor: up,
      downColor: down,
      wickUpColor: up,
      wickDownColor: down,
      borderVisible: false,
    })
    this.kama.applyOptions({ color: kama })
    this.rsi.applyOptions({ color: rsi })
    this.adx.applyOptions({ color: trend })
    this.backdrop.recolour(this.palette)
    this.volume.setData(this.bars.map((bar) => this.volumeOf(bar)))
    this.remark()
  }

  private volumeOf(bar: Bar) {
    const colour = bar.close >= bar.open ? this.palette.up : this.palette.down
    return { time: at(bar.time), value: bar.volume, color: alpha(colour, 0.35) }
  }

  setBars(bars: readonly Bar[]): void {
    this.bars = bars
    this.candles.setData(bars.map((bar) => ({ ...bar, time: at(bar.time) })))
    this.volume.setData(bars.map((bar) => this.volumeOf(bar)))
    if (!this.fitted && bars.length > 0) {
      this.fitted = true
      this.follow()
    }
    this.remark()
  }

  addBar(bar: Bar): void {
    this.candles.update({ ...bar, time: at(bar.time) })
    this.volume.update(this.volumeOf(bar))
  }

  setReadings(readings: readonly Reading[]): void {
    const line = (pick: (reading: Reading) => number | null) =>
      readings.map((reading) => point(reading.time, pick(reading)))
    this.kama.setData(line((reading) => reading.kama))
    this.rsi.setData(line((reading) => reading.rsi))
    this.adx.setData(line((reading) => reading.adx))
    this.backdrop.show(readings)
  }

  addReading(reading: Reading, all: readonly Reading[]): void {
    this.kama.update(point(reading.time, reading.kama))
    this.rsi.update(point(reading.time, reading.rsi))
    this.adx.update(point(reading.time, reading.adx))
    this.backdrop.show(all)
  }

  setLevels(levels: readonly Level[]): void {
    this.levels.forEach((line) => this.candles.removePriceLine(line))
    const colours = { entry: this.palette.mute, stop: this.palette.down, target: this.palette.up }
    this.levels = levels.map(({ price, title, kind }) =>
      this.candles.createPriceLine({
        price,
        title,
        color: colours[kind],
        lineWidth: 1,
        lineStyle: kind === 'entry' ? LineStyle.Solid : LineStyle.Dashed,
        axisLabelVisible: true,
      }),
    )
  }

  setMarks(marks: readonly Mark[]): void {
    this.marks = marks
    this.remark()
  }

  private remarkSoon(): void {
    clearTimeout(this.marksTimer)
    this.marksTimer = setTimeout(() => this.remark(), MARKS_AFTER_MS)
  }

  private remark(): void {
    const range = this.chart.timeScale().getVisibleRange()
    if (!range) return
    const visible = cullMarks(this.marks, Number(range.from), Number(range.to))
    this.markers.setMarkers(visible.map((mark) => this.marker(mark)))
  }

  private marker(mark: Mark): SeriesMarker<Time> {
    const below = mark.kind === 'entry' ? mark.side > 0 : mark.side < 0
    const exit = mark.gain === null ? this.palette.mute : mark.gain ? this.palette.up : this.palette.down
    return {
      id: mark.id,
      time: at(mark.time),
      position: below ? 'belowBar' : 'aboveBar',
      shape: mark.kind === 'exit' ? 'square' : below ? 'arrowUp' : 'arrowDown',
      color: mark.kind === 'exit' ? exit : this.palette.text,
      text: mark.text,
      size: 1,
    }
  }

  fit(): void {
    this.chart.timeScale().fitContent()
  }

  /** The newest bars at the default zoom; from there new bars move into view by themselves. */
  follow(): void {
    const last = this.candles.dataByIndex(Number.MAX_SAFE_INTEGER, -1) ? this.candles.data().length - 1 : 0
    this.chart.timeScale().setVisibleLogicalRange({ from: last - VISIBLE_BARS, to: last + RIGHT_GAP })
  }

  /** Whether the newest bar is in view. */
  following(): boolean {
    return this.chart.timeScale().scrollPosition() >= -1
  }

  zoom(factor: number): void {
    const scale = this.chart.timeScale()
    const range = scale.getVisibleLogicalRange()
    if (!range) return
    scale.setVisibleLogicalRange({ from: range.to - (range.to - range.from) * factor, to: range.to })
  }

  pan(bars: number): void {
    const scale = this.chart.timeScale()
    scale.scrollToPosition(scale.scrollPosition() + bars, false)
  }

  onRange(callback: (leftEdge: number) => void): void {
    this.chart.timeScale().subscribeVisibleLogicalRangeChange((range) => callback(range?.from ?? 0))
  }

  picture(): HTMLCanvasElement {
    return this.chart.takeScreenshot(true)
  }

  destroy(): void {
    clearTimeout(this.marksTimer)
    this.chart.remove()
  }
}

function point(time: number, value: number | null) {
  return value === null ? { time: at(time) } : { time: at(time), value }
}
