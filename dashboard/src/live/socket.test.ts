import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection } from './connection'
import { LiveSocket, SILENCE_MS, type Wire } from './socket'

class FakeWire implements Wire {
  readyState = 1
  sent: Record<string, unknown>[] = []
  closed = false
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  close() {
    this.closed = true
  }
  say(frame: object) {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) }))
  }
  welcome() {
    this.onopen?.(new Event('open'))
    this.say({ type: 'hello', serverTime: new Date(Date.now() + 5000).toISOString() })
  }
  end(code = 1006) {
    this.onclose?.({ code } as CloseEvent)
  }
  asked(type: string) {
    return this.sent.filter((frame) => frame['type'] === type)
  }
}

function set() {
  const wires: FakeWire[] = []
  const state: Partial<Connection> = {}
  const refused = vi.fn<() => void>()
  const socket = new LiveSocket({
    open: () => {
      wires.push(new FakeWire())
      return wires.at(-1)!
    },
    token: () => 'secret',
    now: () => Date.now(),
    random: () => 0.5,
    report: (change) => Object.assign(state, change),
    refused,
  })
  const heard: unknown[] = []
  const listener = {
    snapshot: (data: unknown) => heard.push(['snapshot', data]),
    delta: (data: unknown) => heard.push(['delta', data]),
  }
  return { socket, wires, state, refused, heard, listener }
}

describe('live socket', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }))
  afterEach(() => vi.useRealTimers())

  it('sends the token first and subscribes after the welcome', () => {
    const { socket, wires, listener, state } = set()
    socket.listen('account', listener)
    socket.start()
    expect(wires[0]!.sent).toEqual([])
    wires[0]!.welcome()
    expect(wires[0]!.sent[0]).toEqual({ type: 'auth', token: 'secret' })
    expect(wires[0]!.asked('subscribe')[0]).toMatchObject({ topics: ['account'] })
    expect(state).toMatchObject({ phase: 'open', clockOffset: 5000 })
  })

  it('asks again from the last number when a change is missing', () => {
    const { socket, wires, heard, listener } = set()
    socket.listen('events', listener)
    socket.start()
    const wire = wires[0]!
    wire.welcome()
    wire.say({ type: 'snapshot', topic: 'events', seq: 5, data: [] })
    wire.say({ type: 'delta', topic: 'events', seq: 6, prevSeq: 5, data: 'six' })
    wire.say({ type: 'delta', topic: 'events', seq: 9, prevSeq: 8, data: 'nine' })
    expect(heard).toEqual([
      ['snapshot', []],
      ['delta', 'six'],
    ])
    expect(wire.asked('subscribe').at(-1)).toMatchObject({ topics: ['events'], resume: { events: 6 } })
  })

  it('comes back by itself and resumes where it was', () => {
    const { socket, wires, listener, state } = set()
    socket.listen('account', listener)
    socket.start()
    wires[0]!.welcome()
    wires[0]!.say({ type: 'snapshot', topic: 'account', seq: 40, data: {} })
    wires[0]!.end()
    expect(state).toMatchObject({ phase: 'waiting', attempt: 1, nextAttemptAt: Date.now() + 250 })
    vi.advanceTimersByTime(250)
    wires[1]!.welcome()
    expect(wires[1]!.asked('subscribe')[0]).toMatchObject({ topics: ['account'], resume: { account: 40 } })
    expect(state).toMatchObject({ phase: 'open', attempt: 0 })
  })

  it('waits longer after each failure', () => {
    const { socket, wires, state } = set()
    socket.start()
    const waits: number[] = []
    for (let i = 0; i < 3; i += 1) {
      wires.at(-1)!.end()
      waits.push((state.nextAttemptAt ?? 0) - Date.now())
      vi.advanceTimersByTime(waits.at(-1)!)
    }
    expect(waits).toEqual([250, 500, 1000])
  })

  it('declares a silent connection dead', () => {
    const { socket, wires, state } = set()
    socket.start()
    wires[0]!.welcome()
    vi.advanceTimersByTime(SILENCE_MS + 6000)
    expect(wires[0]!.closed).toBe(true)
    expect(wires.length > 1 || state.phase === 'waiting').toBe(true)
  })

  it('does not try again with a refused token', () => {
    const { socket, wires, refused, state } = set()
    socket.start()
    wires[0]!.end(4401)
    vi.advanceTimersByTime(60_000)
    expect(wires).toHaveLength(1)
    expect(refused).toHaveBeenCalledOnce()
    expect(state.phase).toBe('refused')
  })

  it('pauses what nobody sees and resumes it', () => {
    const { socket, wires, listener } = set()
    socket.listen('prices:SPX', listener)
    socket.listen('account', listener)
    socket.start()
    const wire = wires[0]!
    wire.welcome()
    wire.say({ type: 'snapshot', topic: 'prices:SPX', seq: 3, data: {} })
    socket.pause((topic) => topic.startsWith('prices'))
    expect(wire.asked('unsubscribe').at(-1)).toMatchObject({ topics: ['prices:SPX'] })
    socket.unpause()
    expect(wire.asked('subscribe').at(-1)).toMatchObject({
      topics: ['prices:SPX'],
      resume: { 'prices:SPX': 3 },
    })
  })

  it('ignores a frame that it does not know', () => {
    const { socket, wires, heard, listener } = set()
    socket.listen('account', listener)
    socket.start()
    wires[0]!.welcome()
    wires[0]!.onmessage?.(new MessageEvent('message', { data: '{broken' }))
    wires[0]!.say({ type: 'snapshot', topic: 'account', seq: 1, data: 1 })
    expect(heard).toEqual([['snapshot', 1]])
  })
})
