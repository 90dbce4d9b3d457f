import { BacktestIcon, LiveIcon, TradesIcon } from '@/components/Icons'

/** What exists today; a page joins the rail when it is built. */
export const PAGES = [
  { to: '/live', name: 'Live', key: 'l', icon: LiveIcon, about: 'Safety, chart, positions, activity' },
  { to: '/trades', name: 'Trades', key: 't', icon: TradesIcon, about: 'Every trade with its explanation' },
  {
    to: '/backtest',
    name: 'Backtest',
    key: 'b',
    icon: BacktestIcon,
    about: 'The live rules over stored history',
  },
] as const

export type PagePath = (typeof PAGES)[number]['to']
