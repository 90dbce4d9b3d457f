import { useState } from 'react'
import { Panel } from '@/components/Panel'
import type { Activity } from '@/lib/api'
import { barTime, dateTime } from '@/lib/format'
import { useHealth } from '@/live/heartbeat'
import { useEvents } from '@/live/views'
import css from './Activity.module.css'

const KINDS: Record<string, { word: string; filter: string }> = {
  SIGNAL: { word: 'Signal', filter: 'Signals' },
  DENIAL: { word: 'Denied', filter: 'Denials' },
  ORDER: { word: 'Order', filter: 'Orders' },
  FILL: { word: 'Filled', filter: 'Fills' },
  REGIME: { word: 'Regime', filter: 'Regime' },
  ALERT: { word: 'Risk', filter: 'Risk' },
}
const SHOWN = 80

/** What happened and why, newest first; stands still while the pointer rests on it. */
export function ActivityFeed({ daily }: { daily: boolean }) {
  const events = useEvents().data
  const health = useHealth()
  const [kind, setKind] = useState<string | null>(null)
  const [held, setHeld] = useState<Activity[] | null>(null)
  const lines = (held ?? events ?? []).filter((event) => !kind || event.kind === kind).slice(0, SHOWN)
  return (
    <Panel
      title="Activity"
      aside={held ? 'paused' : 'newest first'}
      className={css.panel}
      flush
      loading={!events && health !== 'disconnected'}
      empty={!events ? 'Not connected.' : null}
    >
      <div className={css.chips} role="group" aria-label="Show only">
        {Object.entries(KINDS).map(([code, { filter }]) => (
          <button
            key={code}
            type="button"
            aria-pressed={kind === code}
            onClick={() => setKind(kind === code ? null : code)}
          >
            {filter}
          </button>
        ))}
      </div>
      <ol
        className={css.list}
        tabIndex={0}
        aria-label="Activity, newest first"
        onMouseEnter={() => setHeld(events)}
        onMouseLeave={() => setHeld(null)}
      >
        {lines.map((event) => (
          <Line key={event.id} event={event} daily={daily} />
        ))}
        {lines.length === 0 && (
          <li className={css.none}>{kind ? 'Nothing of this kind yet.' : 'Nothing has happened yet.'}</li>
        )}
      </ol>
    </Panel>
  )
}

function Line({ event, daily }: { event: Activity; daily: boolean }) {
  const word = KINDS[event.kind]?.word ?? event.kind
  return (
    <li className={css.line} data-kind={event.kind} data-severity={event.severity}>
      <time dateTime={event.time} title={`${dateTime(event.time)} ET`}>
        {daily ? barTime(event.time).slice(0, 6) : dateTime(event.time).slice(-5)}
        {daily && <small>{barTime(event.time).slice(7)}</small>}
      </time>
      <div>
        <b className={css.kind}>{word}</b> {event.title}
        {event.detail && <p>{event.detail}</p>}
      </div>
    </li>
  )
}
