import { describe, expect, it } from 'vitest'
import { titleOf } from './useTitle'
import { backtestSearch, symbolOf, tradesSearch } from './search'

describe('address', () => {
  it('keeps good values', () => {
    expect(tradesSearch({ page: '3', status: 'CLOSED', symbol: 'SPX' })).toEqual({
      page: 3,
      status: 'CLOSED',
      symbol: 'SPX',
    })
    expect(backtestSearch({ run: 'run-1', form: 'walk-forward' })).toEqual({
      run: 'run-1',
      form: 'walk-forward',
    })
  })

  it('falls back where values are bad', () => {
    const nothing = { page: undefined, status: undefined, symbol: undefined }
    expect(tradesSearch({ page: '-1', status: 'MAYBE', symbol: '<b>' })).toEqual(nothing)
    expect(tradesSearch({ page: 'x', symbol: 7 })).toEqual(nothing)
    expect(symbolOf('x'.repeat(50))).toBeUndefined()
    expect(backtestSearch({ run: '../../etc', form: 'luck' })).toEqual({ run: undefined, form: undefined })
  })
})

describe('title', () => {
  it('tells result and state', () => {
    expect(titleOf('+$412', 'PAPER')).toBe('+$412 | PAPER | FluxHero')
    expect(titleOf(null, 'OFFLINE')).toBe('OFFLINE | FluxHero')
  })
})
