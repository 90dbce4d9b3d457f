import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '@/testing/render'
import { Meter, Pnl, RegimeBadge, Side } from './Figures'

describe('figures', () => {
  it('show a loss by sign, glyph and hue', () => {
    const { container } = show(<Pnl value={-153} />)
    expect(container.querySelector('.down')).toHaveTextContent('▼\u2212$153.00')
  })

  it('show an unknown result without a hue', () => {
    const { container } = show(<Pnl value={null} />)
    expect(container.querySelector('.up, .down')).toBeNull()
    expect(container).toHaveTextContent('–')
  })

  it('name the side', () => {
    show(
      <>
        <Side side={1} />
        <Side side={-1} />
      </>,
    )
    expect(screen.getByText('LONG')).toBeVisible()
    expect(screen.getByText('SHORT')).toBeVisible()
  })

  it('name the regime, also one that is new', () => {
    show(
      <>
        <RegimeBadge regime="STRONG_TREND" />
        <RegimeBadge regime="CHAOS" />
      </>,
    )
    expect(screen.getByText('TREND')).toBeVisible()
    expect(screen.getByText('CHAOS')).toBeVisible()
  })

  it('fill a meter between nothing and the limit', () => {
    show(
      <>
        <Meter label="half" value={25} limit={50} />
        <Meter label="over" value={90} limit={50} />
        <Meter label="unknown" value={null} limit={null} />
      </>,
    )
    expect(screen.getByRole('meter', { name: 'half' })).toHaveAttribute('aria-valuenow', '50')
    expect(screen.getByRole('meter', { name: 'over' })).toHaveAttribute('aria-valuenow', '100')
    expect(screen.getByRole('meter', { name: 'unknown' })).toHaveAttribute('aria-valuenow', '0')
  })
})
