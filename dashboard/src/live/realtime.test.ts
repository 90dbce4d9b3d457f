import { describe, expect, it } from 'vitest'
import { backoff, CAP_MS } from './backoff'
import { epochMs, parseFrame } from './frames'
import { freshness } from './freshness'
import { SequenceBook } from './sequence'

describe('freshness', () => {
  it.each([
    [0, 'live'],
    [29_999, 'live'],
    [30_000, 'delayed'],
    [59_999, 'delayed'],
    [60_000, 'offline'],
  ])('calls data of %i ms %s', (ageMs, expected) => {
    expect(freshness(ageMs)).toBe(expected)
  })

  it('does not trust data of unknown age', () => {
    expect(freshness(null)).toBe('offline')
  })
})

describe('backoff', () => {
  it('doubles its ceiling from half a second up to the cap', () => {
    const ceiling = (attempt: number) => backoff(attempt, () => 1)
    expect([1, 2, 3, 4].map(ceiling)).toEqual([500, 1000, 2000, 4000])
    expect(ceiling(30)).toBe(CAP_MS)
  })

  it('may wait any part of the step', () => {
    expect(backoff(5, () => 0)).toBe(0)
    expect(backoff(2, () => 0.25)).toBe(250)
  })
})

describe('sequence', () => {
  it('applies what follows the last number seen', () => {
    const book = new SequenceBook()
    book.snapshot('account', 10)
    expect(book.delta('account', 11, 10)).toBe('apply')
    expect(book.delta('account', 14, 11)).toBe('apply')
    expect(book.resume(['account', 'risk'])).toEqual({ account: 14 })
  })

  it('notices a gap and keeps the number to resume from', () => {
    const book = new SequenceBook()
    book.snapshot('account', 10)
    expect(book.delta('account', 13, 12)).toBe('gap')
    expect(book.last('account')).toBe(10)
  })

  it('drops repeats', () => {
    const book = new SequenceBook()
    book.snapshot('account', 10)
    book.delta('account', 11, 10)
    expect(book.delta('account', 11, 10)).toBe('stale')
  })

  it('has a gap where no snapshot came before', () => {
    expect(new SequenceBook().delta('account', 1, 0)).toBe('gap')
  })
})

describe('frames', () => {
  it('survives anything that is not a frame', () => {
    for (const text of [
      '',
      '{',
      'null',
      '7',
      '{"type":"nonsense"}',
      '{"type":"delta","topic":"x"}',
      new ArrayBuffer(2),
    ]) {
      expect(parseFrame(text)).toBeNull()
    }
  })

  it('reads instants, seconds and milliseconds', () => {
    expect(epochMs('2020-04-17T04:00:00Z')).toBe(1_587_096_000_000)
    expect(epochMs(1_587_096_000)).toBe(1_587_096_000_000)
    expect(epochMs(1_587_096_000_000)).toBe(1_587_096_000_000)
    expect(epochMs('soon')).toBeNull()
  })
})
