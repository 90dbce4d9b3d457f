import { barTime, count, fixed, price, words } from '@/lib/format'
import type { ChartFeed } from '../api/chartFeed'
import css from './Chart.module.css'

const ROWS = 200

/** The chart for those who read rather than look: the last bars with their indicators. */
export function BarTable({ feed, daily }: { feed: ChartFeed; daily: boolean }) {
  const readings = new Map(feed.readings.slice(-ROWS * 2).map((reading) => [reading.time, reading]))
  return (
    <div className={`${css.overlay} ${css.table}`} tabIndex={0} role="region" aria-label="Bars as a table">
      <table className="grid">
        <thead>
          <tr>
            <th>Bar</th>
            {['Open', 'High', 'Low', 'Close', 'Volume', 'KAMA', 'ATR', 'ADX', 'RSI'].map((name) => (
              <th key={name} className="num">
                {name}
              </th>
            ))}
            <th>Regime</th>
          </tr>
        </thead>
        <tbody>
          {feed.bars
            .slice(-ROWS)
            .toReversed()
            .map((bar) => {
              const reading = readings.get(bar.time)
              return (
                <tr key={bar.time}>
                  <td>{barTime(bar.time, daily)}</td>
                  {[bar.open, bar.high, bar.low, bar.close].map((value, i) => (
                    // oxlint-disable-next-line no-array-index-key -- four fixed columns
                    <td key={i} className="num">
                      {price(value)}
                    </td>
                  ))}
                  <td className="num">{count(bar.volume)}</td>
                  <td className="num">{price(reading?.kama)}</td>
                  <td className="num">{fixed(reading?.atr)}</td>
                  <td className="num">{fixed(reading?.adx, 1)}</td>
                  <td className="num">{fixed(reading?.rsi, 1)}</td>
                  <td>{words(reading?.regime)}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </div>
  )
}
