import { price } from '@/lib/format'
import { trackShare } from '../api/stops'
import css from './Positions.module.css'

interface Props {
  stop: number | null
  target: number | null
  last: number | null
  entry: number | null
}

/** From stop to target with the last price between; without a target it runs to "trailing". */
export function StopTrack({ stop, target, last, entry }: Props) {
  if (stop === null) return <span className="down">no stop</span>
  const share = last === null || entry === null ? null : trackShare(stop, entry, target, last)
  return (
    <span
      className={css.track}
      role="img"
      aria-label={`Stop ${price(stop)}, target ${target === null ? 'trailing' : price(target)}, last ${price(last)}`}
    >
      <span>{price(stop)}</span>
      <svg width="116" height="12" viewBox="0 0 116 12" aria-hidden="true">
        <defs>
          <linearGradient id="track" x1="0" x2="1">
            <stop offset="0" stopColor="var(--down)" stopOpacity="0.55" />
            <stop offset="0.5" stopColor="var(--line)" />
            <stop offset="1" stopColor="var(--up)" stopOpacity="0.55" />
          </linearGradient>
        </defs>
        <rect y="4" width="116" height="4" rx="2" fill="url(#track)" />
        {share !== null && <rect x={share * 113} width="3" height="12" rx="1" fill="var(--text)" />}
      </svg>
      <span>{target === null ? 'trailing' : price(target)}</span>
    </span>
  )
}
