import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { words } from '@/lib/format'
import { live } from '@/live/stream'
import { isFields, listOf } from '@/live/views'

interface Alert {
  id: string
  severity: string
  code: string
  detail: string
}

const COLOURS: Record<string, string> = { CRITICAL: 'red', WARNING: 'yellow', INFO: 'sky' }

/** Alerts that come while somebody looks; critical ones stay until dismissed. */
export function useAlertToasts(): void {
  useEffect(
    () =>
      live.listen('alerts', {
        snapshot: () => {},
        delta: (data) => {
          for (const alert of listOf<Alert>(data, 'alerts').filter(isFields)) {
            notifications.show({
              id: alert.id,
              color: COLOURS[alert.severity] ?? 'sky',
              title: words(alert.code),
              message: alert.detail,
              autoClose: alert.severity === 'CRITICAL' ? false : 8000,
            })
          }
        },
      }),
    [],
  )
}

const TRADES_EVERY_MS = 4000

/** Fills change trades: lists on screen are asked for again, at most every few seconds. */
export function useFreshTrades(): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const touch = () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        void client.invalidateQueries({ queryKey: ['trades'] })
      }, TRADES_EVERY_MS)
    }
    const leave = live.listen('fills', { snapshot: touch, delta: touch })
    return () => {
      leave()
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [client])
}
