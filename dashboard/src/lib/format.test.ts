import { describe, expect, it } from 'vitest'
import {
  age,
  barTime,
  fixed,
  fraction,
  glyph,
  holding,
  isoDate,
  money,
  signedMoney,
  signedPercent,
  signOf,
  UNKNOWN,
  words,
} from './format'

describe('format', () => {
  it('shows what is unknown as a dash and never as zero', () => {
    for (const value of [null, undefined, '', 'n/a', Number.NaN]) {
      expect(money(value)).toBe(UNKNOWN)
      expect(fixed(value)).toBe(UNKNOWN)
      expect(fraction(value)).toBe(UNKNOWN)
    }
    expect(money(0)).toBe('$0.00')
  })

  it('groups thousands and uses the true minus sign', () => {
    expect(money(1234567.891)).toBe('$1,234,567.89')
    expect(money('-12.5')).toBe('\u2212$12.50')
    expect(signedMoney(412)).toBe('+$412.00')
    expect(signedPercent(-0.5)).toBe('\u22120.50%')
  })

  it('gives no sign to what rounds to zero', () => {
    expect(signOf(-0.004)).toBe(0)
    expect(signedMoney(-0.004)).toBe('$0.00')
    expect(glyph(0.004)).toBe('')
    expect(signOf(-0.005)).toBe(-1)
  })

  it('tells gains from losses by glyph as well', () => {
    expect(glyph(1)).toBe('▲')
    expect(glyph(-1)).toBe('▼')
  })

  it('shows the date of a daily bar at the exchange', () => {
    expect(barTime('2020-04-17T04:00:00Z')).toBe('17 Apr 2020')
    expect(isoDate('2000-01-03T05:00:00Z')).toBe('2000-01-03')
    expect(barTime('2020-04-17T13:35:00Z', false)).toContain('09:35')
  })

  it('shows ages in the coarsest unit that still says something', () => {
    expect(age(400)).toBe('0.4 s')
    expect(age(42_000)).toBe('42 s')
    expect(age(600_000)).toBe('10 min')
    expect(age(null)).toBe(UNKNOWN)
  })

  it('shows holding times in days or hours', () => {
    expect(holding('2020-01-01T05:00:00Z', '2020-01-11T05:00:00Z')).toBe('10 d')
    expect(holding('2020-01-01T10:00:00Z', '2020-01-01T12:05:00Z')).toBe('2 h 5 min')
    expect(holding('2020-01-01T10:00:00Z', null)).toBe(UNKNOWN)
  })

  it('turns codes into words', () => {
    expect(words('STRONG_TREND')).toBe('Strong trend')
    expect(words(null)).toBe(UNKNOWN)
  })
})
