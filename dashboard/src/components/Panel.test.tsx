import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/lib/problem'
import { show } from '@/testing/render'
import { Panel } from './Panel'

describe('panel', () => {
  afterEach(() => vi.useRealTimers())

  it('shows its content', () => {
    show(<Panel title="Orders">content</Panel>)
    expect(screen.getByRole('region', { name: 'Orders' })).toHaveTextContent('content')
  })

  it('says that it is empty and what to do', () => {
    show(
      <Panel title="Orders" empty="No order yet.">
        hidden
      </Panel>,
    )
    expect(screen.getByText('No order yet.')).toBeVisible()
    expect(screen.queryByText('hidden')).toBeNull()
  })

  it('keeps stale content, dimmed and with its age', () => {
    show(
      <Panel title="Orders" stale="42 s">
        content
      </Panel>,
    )
    expect(screen.getByText('stale · 42 s')).toBeVisible()
    expect(screen.getByText('content')).toHaveAttribute('data-stale', 'true')
  })

  it('tells the cause, the trace and a way out when it failed', async () => {
    const retry = vi.fn<() => void>()
    const problem = new Problem(
      503,
      'Service unavailable',
      'risk-service does not answer',
      'x',
      null,
      'cid-7',
      null,
    )
    show(<Panel title="Orders" error={problem} onRetry={retry} />)
    expect(screen.getByRole('alert')).toHaveTextContent('risk-service does not answer')
    expect(screen.getByRole('alert')).toHaveTextContent('cid-7')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
  })

  it('never spins for ever: words after 10 s, a retry after 30 s', () => {
    vi.useFakeTimers()
    show(<Panel title="Orders" loading onRetry={() => {}} />)
    expect(screen.queryByText('Loading…')).toBeNull()
    act(() => void vi.advanceTimersByTime(200))
    expect(screen.getByText('Loading…')).toBeInTheDocument()
    act(() => void vi.advanceTimersByTime(10_000))
    expect(screen.getByText('This takes longer than usual.')).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
    act(() => void vi.advanceTimersByTime(20_000))
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument()
  })
})
