import {
  ColorType,
  createChart,
  CrosshairMode,
  type ChartOptions,
  type DeepPartial,
  type IChartApi,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts'
import { barTime, EXCHANGE_ZONE, price as asPrice } from '@/lib/format'
import { alpha, type Palette } from './palette'

export const at = (time: number): UTCTimestamp => time as UTCTimestamp

/** The look that all time charts share. */
export function look(palette: Palette): DeepPartial<ChartOptions> {
  return {
    layout: {
      background: { type: ColorType.Solid, color: palette.panel },
      textColor: palette.mute,
      fontFamily: "'Inter Variable', system-ui, sans-serif",
      fontSize: 11,
      panes: { separatorColor: palette.line, separatorHoverColor: alpha(palette.accent, 0.2) },
    },
    grid: { vertLines: { color: palette.gridline }, horzLines: { color: palette.gridline } },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: { color: palette.mute, labelBackgroundColor: palette.line },
      horzLine: { color: palette.mute, labelBackgroundColor: palette.line },
    },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false },
  }
}

export function createTimeChart(
  host: HTMLElement,
  palette: Palette,
  options: DeepPartial<ChartOptions> = {},
): IChartApi {
  const base = look(palette)
  return createChart(host, {
    ...base,
    ...options,
    autoSize: true,
    rightPriceScale: { ...base.rightPriceScale, ...options.rightPriceScale },
    timeScale: { ...base.timeScale, enableConflation: true, ...options.timeScale },
    localization: { locale: 'en-GB', priceFormatter: asPrice, ...options.localization },
  })
}

const TICKS: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { month: 'short' },
  { day: 'numeric' },
  { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
]

/** Axis and crosshair speak the time of the exchange. */
export function exchangeTime(daily: boolean): DeepPartial<ChartOptions> {
  const formats = TICKS.map((tick) => new Intl.DateTimeFormat('en-GB', { timeZone: EXCHANGE_ZONE, ...tick }))
  return {
    localization: { timeFormatter: (time: Time) => barTime(Number(time), daily) },
    timeScale: {
      timeVisible: !daily,
      secondsVisible: false,
      tickMarkFormatter: (time: Time, type: number) =>
        formats[type]?.format(new Date(Number(time) * 1000)) ?? null,
    },
  }
}
