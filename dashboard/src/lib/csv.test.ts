import { describe, expect, it } from 'vitest'
import { csv } from './csv'

describe('csv', () => {
  it('ends every row with CR LF and leaves unknown cells empty', () => {
    expect(csv(['a', 'b'], [[1, null]])).toBe('a,b\r\n1,\r\n')
  })

  it('quotes separators, quotes and line breaks', () => {
    expect(csv(['x'], [['a,b'], ['say "hi"'], ['two\nlines']])).toBe(
      'x\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n',
    )
  })

  it('never lets text become a formula', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx']) {
      expect(csv(['x'], [[text]]).split('\r\n')[1]).toMatch(/^"?'/)
    }
  })

  it('keeps negative numbers as numbers', () => {
    expect(csv(['x'], [[-1.5], ['-1.5']])).toBe('x\r\n-1.5\r\n-1.5\r\n')
  })
})
