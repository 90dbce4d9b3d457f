/** Canvas cannot read CSS variables, so the chart asks for them once per theme change. */
export interface Palette {
  panel: string
  line: string
  gridline: string
  text: string
  mute: string
  accent: string
  up: string
  down: string
  kama: string
  trend: string
  reversion: string
  neutral: string
  rsi: string
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const get = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback
  return {
    panel: get('--panel', '#11161f'),
    line: get('--line', '#222a38'),
    gridline: get('--line-soft', '#1a212d'),
    text: get('--text', '#e6eaf2'),
    mute: get('--mute', '#8b96a9'),
    accent: get('--accent', '#5b9dff'),
    up: get('--up', '#2ebd85'),
    down: get('--down', '#f6465d'),
    kama: get('--kama', '#f2b84b'),
    trend: get('--trend', '#5b9dff'),
    reversion: get('--reversion', '#b278ff'),
    neutral: get('--neutral', '#8590a3'),
    rsi: get('--short', '#c99bff'),
  }
}

/** A hex colour with an opacity of 0 to 1. */
export function alpha(hex: string, opacity: number): string {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16))
  return `rgba(${r}, ${g}, ${b}, ${opacity})`
}

/** Calls back when theme or P&L palette change. */
export function onPaletteChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme', 'data-palette'],
  })
  return () => observer.disconnect()
}
