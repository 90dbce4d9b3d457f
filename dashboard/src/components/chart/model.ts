/** What charts are told; times are epoch seconds. */
export interface Bar {
  time: number
  open: number
  high: number
  low: number
  close: number
  volume: number
}

/** Indicators of one bar; null while one warms up. */
export interface Reading {
  time: number
  kama: number | null
  atr: number | null
  adx: number | null
  rsi: number | null
  rSquared: number | null
  regime: string | null
  volatility: string | null
  gate: string | null
  detail: string | null
}

export interface Level {
  price: number
  title: string
  kind: 'entry' | 'stop' | 'target'
}

/** An entry (arrow) or an exit (square with the signed result). */
export interface Mark {
  id: string
  time: number
  kind: 'entry' | 'exit'
  side: 1 | -1
  text: string
  gain: boolean | null
}
