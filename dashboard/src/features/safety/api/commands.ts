import { api, intention, take } from '@/lib/api'

export function halt(reason: string, flatten: boolean) {
  return take(
    api.POST('/api/emergency/close_all_positions', {
      body: { reason, flatten },
      params: { header: intention() },
    }),
  )
}

export function resume(reason: string) {
  return take(
    api.POST('/api/emergency/reset_kill_switch', {
      body: { reason, confirm: true },
      params: { header: intention() },
    }),
  )
}
