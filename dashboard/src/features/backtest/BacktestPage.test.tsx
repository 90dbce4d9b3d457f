import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import BacktestPage, { type Search } from './BacktestPage'

const SYMBOLS = [
  {
    symbol: 'SPX',
    name: 'S&P 500',
    timeframe: '1d',
    bars: 5105,
    first_time: '2000-01-03T05:00:00Z',
    last_time: '2020-04-17T04:00:00Z',
  },
]

type Answer = Response | Promise<Response>

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

function problem(status: number, code: string, detail: string, field?: string): Response {
  return json({ title: 'No', status, code, detail, field }, status)
}

/** The gateway: what is not answered here has nothing to say. */
function gateway(answers: Record<string, (request: Request) => Answer>) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.clone())
    const door = `${request.method} ${new URL(request.url).pathname}`
    const known: Record<string, (request: Request) => Answer> = {
      'GET /api/symbols': () => json(SYMBOLS),
      'GET /api/backtest/results': () => json({ results: [] }),
      'GET /api/backtest/running': () => json({ running: [] }),
      ...answers,
    }
    return (known[door] ?? (() => json({}, 404)))(request)
  })
  return asked
}

function Page({ first }: { first: Search }) {
  const [search, setSearch] = useState(first)
  return <BacktestPage search={search} onSearch={setSearch} />
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const fill = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('the page of backtests', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('changes to the form of walk-forwards, with its defaults', async () => {
    gateway({})
    show(<Page first={{}} />)
    await button('Run backtest')
    fireEvent.click(screen.getByRole('radio', { name: 'Walk-forward' }))
    await button('Run walk-forward')
    expect(screen.getByLabelText(/Learn from, bars/)).toHaveValue('63')
    expect(screen.getByLabelText(/Test, bars/)).toHaveValue('21')
    expect(screen.getByLabelText(/Pass threshold, %/)).toHaveValue('60')
    expect(screen.getByText(/About 5,105 bars: 240 windows\./)).toBeVisible()
  })

  it('shows what the server refuses at its field', async () => {
    const asked = gateway({
      'POST /api/backtest/walk-forward': () =>
        problem(400, 'invalid-request', "unknown parameter 'luck': one of kama-fast", 'grid'),
    })
    show(<Page first={{ form: 'walk-forward' }} />)
    const run = await button('Run walk-forward')
    fill(/Grid/, 'luck: 1, 2')
    fireEvent.click(run)
    await waitFor(() => expect(screen.getByLabelText(/Grid/)).toBeInvalid())
    expect(screen.getByText("unknown parameter 'luck': one of kama-fast")).toBeVisible()
    const sent = asked.find(({ method }) => method === 'POST')
    expect(await sent?.json()).toMatchObject({ symbol: 'SPX', grid: { luck: ['1', '2'] }, train_bars: 63 })
    expect(sent?.headers.get('x-request-id')).toBe(sent?.headers.get('idempotency-key'))
  })

  it('unfolds what the server refuses below the fold', async () => {
    gateway({
      'POST /api/backtest/walk-forward': () => problem(400, 'invalid-request', 'too much', 'initial_capital'),
    })
    show(<Page first={{ form: 'walk-forward' }} />)
    fireEvent.click(await button('Run walk-forward'))
    expect(await screen.findByText('too much')).toBeVisible()
    expect(screen.getByLabelText(/Capital/)).toBeInvalid()
  })

  it('sends nothing that the form itself refuses', async () => {
    const asked = gateway({})
    show(<Page first={{ form: 'walk-forward' }} />)
    const run = await button('Run walk-forward')
    fill(/Test, bars/, '0')
    fireEvent.click(run)
    expect(screen.getByText('A whole number, 1 or more')).toBeVisible()
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('watches its run, cancels it by its request and says that nothing was kept', async () => {
    let cancelled: (answer: Response) => void = () => {}
    let requestId: string | null = null
    const asked = gateway({
      'POST /api/backtest/walk-forward': (request) => {
        requestId = request.headers.get('x-request-id')
        return new Promise((resolve) => (cancelled = resolve))
      },
      'GET /api/backtest/running': () =>
        json({
          running: [
            {
              kind: 'WALK_FORWARD',
              request_id: requestId,
              run_id: 'walk-forward-1',
              symbol: 'SPX',
              state: 'RUNNING',
              done: 30,
              total: 120,
              seconds_left: 45,
            },
          ],
        }),
    })
    show(<Page first={{ form: 'walk-forward' }} />)
    fireEvent.click(await button('Run walk-forward'))
    const panel = await screen.findByRole('region', { name: 'Running a walk-forward' })
    expect(await within(panel).findByText('25%, 30 of 120 pieces, about 45 s left')).toBeVisible()
    expect(within(panel).getByRole('progressbar')).toHaveAttribute('value', '30')
    expect(screen.queryByRole('region', { name: 'At work' })).toBeNull()

    fireEvent.click(within(panel).getByRole('button', { name: 'Cancel' }))
    await waitFor(() =>
      expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toContain(
        `DELETE /api/backtest/running/${requestId}`,
      ),
    )
    cancelled(problem(409, 'run-cancelled', 'the walk-forward was cancelled; 30 of 120 pieces were done'))

    expect(await screen.findByText(/was cancelled; 30 of 120 pieces were done/)).toBeVisible()
    expect(await button('Run it again')).toBeEnabled()
    expect(screen.getByRole('form', { name: 'Walk-forward' })).not.toHaveTextContent('cancelled')
  })
})
