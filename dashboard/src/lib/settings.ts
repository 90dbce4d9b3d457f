/** Per browser; the address may override the P&L colours with `?palette=cvd`. */
export type PnlPalette = 'classic' | 'cvd'

const KEY = 'fluxhero-pnl'

export function readPnlPalette(): PnlPalette {
  const asked = new URLSearchParams(location.search).get('palette')
  const kept = asked ?? localStorage.getItem(KEY)
  const palette: PnlPalette = kept === 'cvd' ? 'cvd' : 'classic'
  document.documentElement.dataset['palette'] = palette
  return palette
}

export function setPnlPalette(palette: PnlPalette): void {
  localStorage.setItem(KEY, palette)
  document.documentElement.dataset['palette'] = palette
}
