import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { ConnectionBanner, HaltBanner } from '@/features/safety/components/Banners'
import { HaltDialog } from '@/features/safety/components/HaltDialog'
import { ResetAccountDialog } from '@/features/safety/components/ResetAccountDialog'
import { useHotkeys } from '@/lib/keys'
import { useHeartbeatSource } from '@/live/heartbeat'
import { useAlertToasts, useFreshTrades } from './reactions'
import { Palette } from './Palette'
import { PAGES } from './pages'
import { Rail } from './Rail'
import css from './Shell.module.css'
import { ShortcutList } from './ShortcutList'
import { TopBar } from './TopBar'
import { useGo } from './useGo'
import { useTitle } from './useTitle'

export function Shell() {
  const [dialog, setDialog] = useState<'halt' | 'reset' | 'keys' | null>(null)
  const go = useGo()
  useHeartbeatSource()
  useTitle()
  useAlertToasts()
  useFreshTrades()
  useHotkeys({
    'Shift+K': () => setDialog('halt'),
    '?': () => setDialog('keys'),
    ...Object.fromEntries(PAGES.map((page) => [`g ${page.key}`, () => go(page.to)])),
  })
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        Skip to content
      </a>
      <TopBar onHalt={() => setDialog('halt')} onReset={() => setDialog('reset')} />
      <Rail onKeys={() => setDialog('keys')} />
      <div className={css.banners}>
        <HaltBanner />
        <ConnectionBanner />
      </div>
      <main id="content" className={css.content} tabIndex={-1}>
        <Outlet />
      </main>
      <Palette
        onHalt={() => setDialog('halt')}
        onReset={() => setDialog('reset')}
        onKeys={() => setDialog('keys')}
      />
      {dialog === 'halt' && <HaltDialog onDone={() => setDialog(null)} />}
      {dialog === 'reset' && <ResetAccountDialog onDone={() => setDialog(null)} />}
      {dialog === 'keys' && <ShortcutList onDone={() => setDialog(null)} />}
    </div>
  )
}
