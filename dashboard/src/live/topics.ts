import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { live } from './stream'

export interface TopicState<T> {
  data: T | null
  /** Source time of the newest change, epoch ms. */
  at: number | null
}

/** How a delta changes what is known; null means nothing is known yet. */
export type Reducer<T> = (known: T | null, change: unknown) => T | null

interface Definition<T> {
  snapshot: (data: unknown) => T | null
  delta: Reducer<T>
}

interface Held {
  store: StoreApi<TopicState<unknown>>
  users: number
  leave: () => void
}

const held = new Map<string, Held>()
const pending = new Map<StoreApi<TopicState<unknown>>, TopicState<unknown>>()
let scheduled = false

/** Frames may come at any rate; stores change at most once per painted frame. */
function stage(store: StoreApi<TopicState<unknown>>, next: TopicState<unknown>): void {
  pending.set(store, next)
  if (scheduled) return
  scheduled = true
  const frame = typeof document !== 'undefined' && document.hidden ? setTimeout : requestAnimationFrame
  frame(flush)
}

export function flush(): void {
  scheduled = false
  const changes = [...pending]
  pending.clear()
  for (const [store, state] of changes) store.setState(state, true)
}

function newest(store: StoreApi<TopicState<unknown>>): TopicState<unknown> {
  return pending.get(store) ?? store.getState()
}

function acquire<T>(topic: string, definition: Definition<T>): StoreApi<TopicState<unknown>> {
  const known = held.get(topic)
  if (known) {
    known.users += 1
    return known.store
  }
  const store = createStore<TopicState<unknown>>(() => ({ data: null, at: null }))
  const leave = live.listen(topic, {
    snapshot: (data, at) => stage(store, { data: definition.snapshot(data), at }),
    delta: (data, at) =>
      stage(store, { data: definition.delta((newest(store).data ?? null) as T | null, data), at }),
  })
  held.set(topic, { store, users: 1, leave })
  return store
}

function release(topic: string): void {
  const known = held.get(topic)
  if (!known) return
  known.users -= 1
  if (known.users > 0) return
  held.delete(topic)
  known.leave()
}

const EMPTY = createStore<TopicState<unknown>>(() => ({ data: null, at: null }))

/** The newest state of a topic; components that share it share one subscription. */
export function useTopic<T>(topic: string | null, definition: Definition<T>): TopicState<T> {
  const [store, setStore] = useState<StoreApi<TopicState<unknown>>>(EMPTY)
  useEffect(() => {
    if (!topic) return
    setStore(acquire(topic, definition))
    return () => {
      release(topic)
      setStore(EMPTY)
    }
  }, [topic, definition])
  return useStore(store) as TopicState<T>
}
