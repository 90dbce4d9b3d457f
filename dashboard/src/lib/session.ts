import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

type Stage = 'asking' | 'open' | 'login' | 'unreachable'

interface Session {
  stage: Stage
  /** In memory only; a reload asks again. */
  token: string | null
  /** Why the login form is shown, where there is something to say. */
  note: string | null
  ask: () => Promise<void>
  enter: (token: string) => void
  refuse: () => void
}

/** The launcher gives the local browser its token; elsewhere a person types it. */
export const session = createStore<Session>((set, get) => ({
  stage: 'asking',
  token: null,
  note: null,
  ask: async () => {
    const old = get().token
    try {
      const answer = await fetch('/session', { headers: { accept: 'application/json' }, cache: 'no-store' })
      const json = answer.ok && (answer.headers.get('content-type') ?? '').includes('json')
      const token = json ? ((await answer.json()) as { token?: unknown }).token : null
      if (typeof token === 'string' && token !== '' && token !== old) {
        set({ stage: 'open', token, note: null })
      } else if (answer.status >= 500) {
        set({ stage: 'unreachable', token: null })
      } else {
        set({ stage: 'login', token: null, note: old ? 'The token was refused. Enter a valid one.' : null })
      }
    } catch {
      set({ stage: 'unreachable', token: null })
    }
  },
  enter: (token) => set({ stage: 'open', token: token.trim().replace(/^Bearer\s+/i, ''), note: null }),
  refuse: () => {
    if (get().stage === 'open') void get().ask()
  },
}))

export const useSession = <T>(pick: (state: Session) => T): T => useStore(session, pick)
