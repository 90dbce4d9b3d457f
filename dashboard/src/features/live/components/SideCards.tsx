import { Meter, RegimeBadge } from '@/components/Figures'
import { Panel } from '@/components/Panel'
import { heldBars } from '@/components/chart/spans'
import { fixed, num, percent, words } from '@/lib/format'
import { useHealth, useStale } from '@/live/heartbeat'
import { useAccount, useRisk } from '@/live/views'
import type { ChartFeed } from '../api/chartFeed'
import { limitFigure, limitName } from '../api/limits'
import { useFeedVersion } from '../api/useChartFeed'
import css from './SideCards.module.css'

/** What kind of market it is, with the numbers behind it and the strategy's answer to the newest bar. */
export function RegimeCard({ feed }: { feed: ChartFeed }) {
  useFeedVersion(feed)
  const stale = useStale()
  const reading = feed.readings.at(-1)
  const close = feed.bars.at(-1)?.close ?? null
  const held = heldBars(feed.readings)
  const atrShare = reading?.atr && close ? (reading.atr / close) * 100 : null
  return (
    <Panel
      title="Regime"
      aside={reading?.regime ? `held ${held} bar${held === 1 ? '' : 's'}` : null}
      stale={stale}
      loading={feed.state === 'loading' && !reading}
      error={feed.state === 'failed' ? feed.error : null}
      onRetry={() => void feed.load()}
      empty={reading ? null : 'No indicators yet: they come with the first bar.'}
    >
      <div className={css.regime}>
        <RegimeBadge regime={reading?.regime} />
        <span>volatility {words(reading?.volatility).toLowerCase()}</span>
      </div>
      <dl className={css.figures}>
        <Figure name="ADX" hint="Trend above 25, range below 20" value={fixed(reading?.adx, 1)} />
        <Figure name="R²" hint="Trend above 0.60, range below 0.40" value={fixed(reading?.rSquared)} />
        <Figure name="RSI" hint="Oversold below 30, overbought above 70" value={fixed(reading?.rsi, 1)} />
        <Figure name="ATR" hint="Average true range of 14 bars" value={fixed(reading?.atr)} />
        <Figure name="KAMA" hint="Adaptive average" value={fixed(reading?.kama)} />
        <Figure name="ATR / price" hint="Average range as a share of price" value={percent(atrShare)} />
      </dl>
      {reading?.detail && (
        <p className={css.verdict} title={reading.gate ?? undefined}>
          <b>{words(reading.gate)}</b> {reading.detail}
        </p>
      )}
    </Panel>
  )
}

function Figure({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Every limit with how much of it is used; amber from 80 %. */
export function LimitsCard() {
  const risk = useRisk().data
  const account = useAccount().data
  const stale = useStale()
  const health = useHealth()
  const limits = risk?.limits ?? []
  const count = account ? `${account.num_positions} open` : null
  return (
    <Panel
      title="Risk limits"
      aside={count}
      stale={stale}
      loading={!risk && health !== 'disconnected'}
      empty={!risk ? 'Not connected.' : limits.length === 0 ? 'risk-service reports no limits.' : null}
    >
      <ul className={css.limits}>
        {limits.map((limit) => (
          <li key={limit.name}>
            <span>{limitName(limit)}</span>
            <span>
              <b>{limitFigure(absolute(limit.value), limit.unit)}</b> of{' '}
              {limitFigure(limit.limit, limit.unit)}
            </span>
            <Meter value={absolute(limit.value)} limit={limit.limit} label={limitName(limit)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function absolute(value: number | string | null | undefined): number | null {
  const n = num(value)
  return n === null ? null : Math.abs(n)
}
