import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '@/lib/api'
import { show } from '@/testing/render'
import { ResetAccountDialog } from './components/ResetAccountDialog'

let held: Partial<Position>[] = []

vi.mock(import('@/live/views'), async (original) => ({
  ...(await original()),
  usePositions: () => ({ data: held }) as never,
}))

function answer(status: number, body: object) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(
    async () =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const button = () => screen.getByRole('button', { name: 'Reset account' })
const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })

function fill() {
  type(/Reason/, ' a new season ')
  fireEvent.click(screen.getByLabelText('Start anew with this capital'))
}

describe('reset of the paper account', () => {
  afterEach(() => {
    held = []
    vi.unstubAllGlobals()
  })

  it('sends reason and capital once both are confirmed', async () => {
    const fetched = answer(200, {
      status: 'accepted',
      detail: 'moved',
      closed: [],
      cancelled: [],
      pending: [],
    })
    const done = vi.fn<() => void>()
    show(<ResetAccountDialog onDone={done} />)
    expect(button()).toBeDisabled()
    fill()
    type(/Starting capital/, '50000')
    fireEvent.click(button())
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    const request = fetched.mock.calls[0]![0]
    expect(new URL(request.url).pathname).toBe('/api/paper/reset')
    expect(await request.json()).toEqual({ reason: 'a new season', initial_capital: 50000 })
    expect(request.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
  })

  it('leaves the capital to the server where none is given, and refuses one that makes no sense', async () => {
    const fetched = answer(200, {
      status: 'accepted',
      detail: 'moved',
      closed: [],
      cancelled: [],
      pending: [],
    })
    show(<ResetAccountDialog onDone={() => {}} />)
    fill()
    type(/Starting capital/, '-5')
    expect(button()).toBeDisabled()
    type(/Starting capital/, 'many')
    expect(button()).toBeDisabled()
    type(/Starting capital/, '')
    fireEvent.click(button())
    await waitFor(() => expect(fetched).toHaveBeenCalledOnce())
    expect(await fetched.mock.calls[0]![0].json()).toEqual({ reason: 'a new season', initial_capital: null })
  })

  it('explains what is in the way while something is held', () => {
    held = [{ symbol: 'SPX' }]
    show(<ResetAccountDialog onDone={() => {}} />)
    fill()
    expect(screen.getByRole('status')).toHaveTextContent('Still held: SPX. Close the positions')
    expect(button()).toBeDisabled()
  })

  it('stays open and says why when the server refuses', async () => {
    answer(409, { title: 'Paper reset refused', detail: '2 orders are open', code: 'paper-reset-refused' })
    const done = vi.fn<() => void>()
    show(<ResetAccountDialog onDone={done} />)
    fill()
    fireEvent.click(button())
    expect(await screen.findByRole('alert')).toHaveTextContent('Not reset: 2 orders are open')
    expect(done).not.toHaveBeenCalled()
  })
})
