import { useEffect } from 'react'
import { signedMoney } from '@/lib/format'
import { useHealth } from '@/live/heartbeat'
import { useAccount } from '@/live/views'

/** The tab tells the day's result and the state without being looked at. */
export function titleOf(pnl: string | null, state: string): string {
  return pnl === null ? `${state} | FluxHero` : `${pnl} | ${state} | FluxHero`
}

export function useTitle(): void {
  const account = useAccount().data
  const health = useHealth()
  const halted = account?.trading_status === 'DISABLED'
  const away = health === 'disconnected' || health === 'offline'
  const state = halted ? 'HALTED' : away ? health.toUpperCase() : 'PAPER'
  const title = titleOf(account ? signedMoney(account.daily_pnl, 0) : null, state)
  const favicon = halted ? '/favicon-halted.svg' : away ? '/favicon-offline.svg' : '/favicon.svg'
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    document.querySelector('#favicon')?.setAttribute('href', favicon)
  }, [favicon])
}
