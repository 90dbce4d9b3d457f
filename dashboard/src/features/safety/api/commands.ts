import { api, intention, take } from '@/lib/api'

export function halt(reason: string, flatten: boolean) {
  return take(
    api.POST('/api/emergency/close_all_positions', {
      body: { reason, flatten },
      params: { header: intention() },
    }),
  )
}

export function resume(reason: string, acknowledgeDrawdown: boolean) {
  return take(
    api.POST('/api/emergency/reset_kill_switch', {
      body: { reason, confirm: true, acknowledge_drawdown: acknowledgeDrawdown },
      params: { header: intention() },
    }),
  )
}

/** Lets the paper account begin anew; without a capital, with what it was opened with. */
export function resetPaperAccount(reason: string, capital: number | null) {
  return take(
    api.POST('/api/paper/reset', {
      body: { reason, initial_capital: capital },
      params: { header: intention() },
    }),
  )
}

/** The state of the halt, with all that must be so before a reset; it changes while orders end. */
export const killSwitchQuery = {
  queryKey: ['kill-switch'],
  queryFn: () => take(api.GET('/api/risk/kill_switch')),
  refetchInterval: 2000,
}
