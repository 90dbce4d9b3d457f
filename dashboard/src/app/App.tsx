import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '@/lib/queries'
import { attach } from '@/live/stream'
import { router } from './router'
import { SessionGate } from './SessionGate'
import { theme } from './theme'

const schemes = localStorageColorSchemeManager({ key: 'fluxhero-scheme' })

export function App() {
  useEffect(attach, [])
  return (
    <MantineProvider theme={theme} defaultColorScheme="dark" colorSchemeManager={schemes}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} transitionDuration={0} />
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </MantineProvider>
  )
}
