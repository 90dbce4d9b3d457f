import { age, barTime, count, num } from '@/lib/format'
import { useConnection, useHeartbeat, type Health } from '@/live/heartbeat'
import { useQuote, useStatus } from '@/live/views'
import css from './Shell.module.css'

interface Sign {
  word: string
  colour: string
  shape: 'round' | 'square' | 'diamond'
}

/** Shape and word tell the state as well as hue does. */
const SIGNS: Record<Health, Sign> = {
  live: { word: 'Live', colour: 'var(--up)', shape: 'round' },
  delayed: { word: 'Delayed', colour: 'var(--warn)', shape: 'square' },
  offline: { word: 'Offline', colour: 'var(--danger)', shape: 'diamond' },
  disconnected: { word: 'Disconnected', colour: 'var(--danger)', shape: 'diamond' },
  finished: { word: 'Finished', colour: 'var(--accent)', shape: 'square' },
  closed: { word: 'Market closed', colour: 'var(--mute)', shape: 'square' },
  starting: { word: 'Starting', colour: 'var(--mute)', shape: 'square' },
}

const SHAPES = {
  round: <circle cx="5" cy="5" r="4" />,
  square: <rect x="1.500" y="1.500" width="7" height="7" rx="1" />,
  diamond: <path d="M5 0l5 5-5 5-5-5z" />,
}

export function FeedPill() {
  const { health, ageMs } = useHeartbeat()
  const { roundTrip, phase } = useConnection()
  const sign = SIGNS[health]
  const aged = health === 'live' || health === 'delayed' || health === 'offline'
  return (
    <span
      className={css.pill}
      role="status"
      aria-label={`Feed: ${sign.word}`}
      data-testid="feed-pill"
      data-health={health}
    >
      <svg className={css.dot} viewBox="0 0 10 10" fill={sign.colour} aria-hidden="true">
        {SHAPES[sign.shape]}
      </svg>
      <b>{sign.word}</b>
      {aged && ageMs !== null && <span>tick {age(ageMs)}</span>}
      {phase === 'open' && roundTrip !== null && (
        <span className={css.roundtrip}>· {Math.round(roundTrip)} ms</span>
      )}
    </span>
  )
}

/** What time it is in the market; in a replay, which bar and how far. */
export function MarketClock({ symbol }: { symbol: string | null }) {
  const status = useStatus().data
  const quote = useQuote(symbol).data
  const feed = status?.feed
  if (!feed) return null
  const place = feed.symbols.find((one) => one.symbol === symbol)
  const at = quote?.time ?? place?.last_bar_time ?? null
  const index = quote?.index ?? num(place?.replay_index)
  const total = quote?.total ?? num(place?.replay_total)
  const replay = index !== null && total !== null && total > 0
  return (
    <span
      className={`${css.pill} ${css.clock}`}
      data-testid="market-clock"
      title={`Feed ${feed.feed}, ${feed.state.toLowerCase()}${feed.speed ? `, speed ${feed.speed}` : ''}`}
    >
      {feed.feed === 'replay' ? 'Replay' : feed.feed === 'synthetic' ? 'Synthetic' : 'Market'}{' '}
      <b>{barTime(at)}</b>
      {replay && (
        <>
          <svg className={css.progress} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={((index + 1) / total) * 100} height="4" fill="var(--accent)" />
          </svg>
          {count(index + 1)} / {count(total)}
        </>
      )}
    </span>
  )
}
