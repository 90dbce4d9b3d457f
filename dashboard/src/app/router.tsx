import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import LivePage from '@/features/live/LivePage'
import { NotFound, PageFailed } from './PageStates'
import { Shell } from './Shell'

const SYMBOL = /^[A-Z0-9.^=-]{1,10}$/
const RUN = /^[A-Za-z0-9_.-]{1,80}$/
const STATUSES = ['OPEN', 'CLOSED', 'CANCELLED'] as const

export interface SymbolSearch {
  symbol?: string
}
export interface TradesSearch extends SymbolSearch {
  page?: number
  status?: (typeof STATUSES)[number]
}
export interface BacktestSearch {
  run?: string
}

/** Values of the address are checked; bad ones fall back and never crash a page. */
export function symbolOf(value: unknown): string | undefined {
  return typeof value === 'string' && SYMBOL.test(value) ? value : undefined
}

export function tradesSearch(search: Record<string, unknown>): TradesSearch {
  const page = Number(search['page'])
  return {
    symbol: symbolOf(search['symbol']),
    status: STATUSES.find((status) => status === search['status']),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  }
}

export function backtestSearch(search: Record<string, unknown>): BacktestSearch {
  const run = search['run']
  return { run: typeof run === 'string' && RUN.test(run) ? run : undefined }
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/live' })
  },
})

const liveRoute = createRoute({
  getParentRoute: () => root,
  path: '/live',
  validateSearch: (search: Record<string, unknown>): SymbolSearch => ({ symbol: symbolOf(search['symbol']) }),
  component: function Live() {
    return <LivePage symbol={liveRoute.useSearch().symbol} />
  },
})

const TradesPage = lazyRouteComponent(() => import('@/features/trades/TradesPage'))
const tradesRoute = createRoute({
  getParentRoute: () => root,
  path: '/trades',
  validateSearch: tradesSearch,
  component: function Trades() {
    const search = tradesRoute.useSearch()
    const navigate = tradesRoute.useNavigate()
    return <TradesPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  },
})

const BacktestPage = lazyRouteComponent(() => import('@/features/backtest/BacktestPage'))
const backtestRoute = createRoute({
  getParentRoute: () => root,
  path: '/backtest',
  validateSearch: backtestSearch,
  component: function Backtest() {
    const { run } = backtestRoute.useSearch()
    const navigate = backtestRoute.useNavigate()
    return <BacktestPage run={run} onRun={(next) => void navigate({ search: { run: next } })} />
  },
})

export const router = createRouter({
  routeTree: root.addChildren([home, liveRoute, tradesRoute, backtestRoute]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
