import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { components, paths } from './schema'
import { session } from './session'

type Schemas = components['schemas']
export type Account = Schemas['Account']
export type Activity = Schemas['Activity']
export type BacktestRequest = Schemas['BacktestRequest']
export type BacktestResult = Schemas['BacktestResult']
export type BacktestRun = Schemas['BacktestRun']
export type BacktestSummary = Schemas['BacktestSummary']
export type BacktestTrade = Schemas['BacktestTrade']
export type Candle = Schemas['Candle']
export type CheckItem = Schemas['CheckItem']
export type CommandOutcome = Schemas['CommandOutcome']
export type IndicatorSeries = Schemas['IndicatorSeries']
export type Position = Schemas['Position']
export type RiskLimit = Schemas['RiskLimit']
export type SymbolInfo = Schemas['SymbolInfo']
export type SystemStatus = Schemas['SystemStatus']
export type Trade = Schemas['Trade']
export type TradePage = Schemas['TradePage']
export type RunProgress = Schemas['RunProgress']
export type WalkForwardRequest = Schemas['WalkForwardRequest']
export type WalkForwardResult = Schemas['WalkForwardResult']

/** What the topic `risk` carries; it has no REST twin. */
export interface RiskState {
  trading_status: string
  halt_reason: string | null
  halt_trigger: string | null
  drawdown_pct: number | null
  exposure_pct: number | null
  daily_pnl_pct: number | null
  open_risk: number | null
  limits: RiskLimit[]
  as_of: string | null
}

const authorise: Middleware = {
  onRequest({ request }) {
    const { token } = session.getState()
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) session.getState().refuse()
  },
}

export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => globalThis.fetch(request),
})
api.use(authorise)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer's body, or the problem as an exception. */
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await asked
  } catch {
    throw Problem.of(null)
  }
  if (answer.data === undefined || !answer.response.ok) throw Problem.of(answer.error, answer.response)
  return answer.data
}

/** One key per intention: a repeated click or retry is the same command. */
export function intention(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return { 'Idempotency-Key': Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('') }
}
