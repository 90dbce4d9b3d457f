import { useEffect, useMemo, useState } from 'react'
import { ChartFeed } from './chartFeed'

export function useChartFeed(symbol: string, interval: string): ChartFeed {
  const feed = useMemo(() => new ChartFeed(symbol, interval), [symbol, interval])
  useEffect(() => {
    feed.open()
    return () => feed.close()
  }, [feed])
  return feed
}

const EVERY_MS = 250

/** Rises when the feed changed, at most four times a second: enough for people, cheap for React. */
export function useFeedVersion(feed: ChartFeed): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = feed.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setVersion((n) => n + 1)
      }, EVERY_MS)
    })
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [feed])
  return version
}
