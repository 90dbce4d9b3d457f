import { useEffect, useRef } from 'react'

type Actions = Record<string, () => void>

const SEQUENCE_MS = 1200

export function typing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null
  return Boolean(element?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]'))
}

/**
 * Keys by name: `e`, `?`, `Shift+K`, or two in a row: `g l`. Ignored while typing, in dialogs and with Ctrl, Alt or Meta.
 */
export function useHotkeys(actions: Actions): void {
  const current = useRef(actions)
  useEffect(() => {
    current.current = actions
  })
  useEffect(() => {
    let first = ''
    let since = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target))
        return
      const single = event.shiftKey && /^[A-Z]$/.test(event.key) ? `Shift+${event.key}` : event.key
      const pair = first && Date.now() - since < SEQUENCE_MS ? `${first} ${single}` : ''
      const action = (pair && current.current[pair]) || (!pair && current.current[single])
      const starts = !pair && Object.keys(current.current).some((key) => key.startsWith(`${single} `))
      first = starts ? single : ''
      since = Date.now()
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
