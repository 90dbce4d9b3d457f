import { session } from '@/lib/session'
import { connection } from './connection'
import { LiveSocket, type Wire } from './socket'

function address(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/ws/v1/stream`
}

/** The one socket of this page. */
export const live = new LiveSocket({
  open: () => new WebSocket(address()) as Wire,
  token: () => session.getState().token,
  now: () => Date.now(),
  random: () => Math.random(),
  report: (change) => connection.setState(change),
  refused: () => session.getState().refuse(),
})

const UNSEEN = /^(prices|candles|indicators):/

/** Follows the session, the network and the visibility of the tab. */
export function attach(): () => void {
  const follow = () => (session.getState().token ? live.start() : live.stop())
  const back = () => live.reconnectNow()
  const visibility = () => {
    if (document.hidden) {
      live.pause((topic) => UNSEEN.test(topic))
    } else {
      live.unpause()
      live.reconnectNow()
    }
  }
  const unfollow = session.subscribe(follow)
  addEventListener('online', back)
  document.addEventListener('visibilitychange', visibility)
  follow()
  return () => {
    unfollow()
    removeEventListener('online', back)
    document.removeEventListener('visibilitychange', visibility)
    live.stop()
  }
}
