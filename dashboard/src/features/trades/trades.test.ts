import { describe, expect, it } from 'vitest'
import type { Trade } from '@/lib/api'
import { totalsOf } from './api/totals'
import { tradeCsv } from './api/tradeCsv'

const trade = (change: Partial<Trade>): Trade =>
  ({
    id: 't',
    symbol: 'SPX',
    side: 1,
    status: 'CLOSED',
    shares: 10,
    entry_price: 100,
    entry_time: '2020-01-02T05:00:00Z',
    exit_price: 110,
    exit_time: '2020-01-09T05:00:00Z',
    realized_pnl: 100,
    commission: 0.1,
    slippage: 0.2,
    ...change,
  }) as Trade

describe('totals', () => {
  it('add up closed trades only', () => {
    const totals = totalsOf([
      trade({}),
      trade({ realized_pnl: -50 }),
      trade({ status: 'OPEN', realized_pnl: null }),
    ])
    expect(totals).toMatchObject({
      closed: 2,
      open: 1,
      net: 50,
      winRate: 0.5,
      profitFactor: 2,
      expectancy: 25,
    })
    expect(totals.costs).toBeCloseTo(0.9)
  })

  it('leave ratios unknown without trades or losses', () => {
    expect(totalsOf([])).toMatchObject({ winRate: null, profitFactor: null, expectancy: null })
    expect(totalsOf([trade({})]).profitFactor).toBeNull()
  })
})

describe('export', () => {
  it('holds raw numbers, UTC times and the mark of the paper account', () => {
    const [header, row] = tradeCsv([
      trade({ realized_pnl: -12.5, signal_reason: 'BUY SPX\nReason: x' }),
    ]).split('\r\n')
    expect(header).toContain('entry_time_utc')
    expect(row).toContain('2020-01-02T05:00:00.000Z,100,2020-01-09T05:00:00.000Z,110')
    expect(row).toContain('-12.5')
    expect(row).toContain('"BUY SPX\nReason: x"')
    expect(row).toMatch(/,PAPER$/)
  })
})
