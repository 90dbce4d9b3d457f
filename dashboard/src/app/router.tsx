import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import LivePage from '@/features/live/LivePage'
import { NotFound, PageFailed } from './PageStates'
import { backtestSearch, symbolOf, tradesSearch, type SymbolSearch } from './search'
import { Shell } from './Shell'

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
    const search = backtestRoute.useSearch()
    const navigate = backtestRoute.useNavigate()
    return <BacktestPage search={search} onSearch={(next) => void navigate({ search: next })} />
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
