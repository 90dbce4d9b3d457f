import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { ResetDialog } from './components/ResetDialog'

const CHECKS = [
  { name: 'execution-reconciled', ok: true, detail: 'execution-service is READY' },
  { name: 'no-open-orders', ok: true, detail: '0 orders are open' },
  { name: 'no-unknown-orders', ok: true, detail: '0 orders may or may not be at the broker' },
  { name: 'drawdown-acknowledged', ok: true, detail: 'drawdown did not stop trading' },
]

/** Answers the checklist with some items changed, and the reset with 200. */
function server(changed: Partial<(typeof CHECKS)[number]>[] = []) {
  const checklist = CHECKS.map((item) => ({ ...item, ...changed.find((one) => one.name === item.name) }))
  const fetched = vi.fn<(request: Request) => Promise<Response>>(async (request) =>
    request.method === 'GET'
      ? json({
          checklist,
          halt_reason: 'quotes look wrong',
          halted_by: 'owner',
          open_positions: [],
          open_orders: 0,
        })
      : json({
          status: 'accepted',
          trading_status: 'ACTIVE',
          detail: null,
          closed: [],
          cancelled: [],
          pending: [],
        }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const json = (body: object) =>
  new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } })
const button = () => screen.getByRole('button', { name: 'Reset the halt' })

function fill() {
  fireEvent.change(screen.getByLabelText('Reason (kept in the audit log)'), { target: { value: 'checked' } })
  fireEvent.click(screen.getByLabelText(/I have looked at the cause/))
}

describe('reset dialog', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('resets once the checklist is green and a reason is given', async () => {
    const fetched = server()
    const done = vi.fn<() => void>()
    show(<ResetDialog onDone={done} />)
    await screen.findByText(/Our books are the broker/)
    expect(button()).toBeDisabled()
    fill()
    fireEvent.click(button())
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    const request = fetched.mock.calls.map(([one]) => one).find((one) => one.method === 'POST')!
    expect(await request.json()).toEqual({ reason: 'checked', confirm: true, acknowledge_drawdown: false })
  })

  it('says what is not green and stays shut', async () => {
    server([{ name: 'no-open-orders', ok: false, detail: '2 orders are open' }])
    show(<ResetDialog onDone={() => {}} />)
    expect(await screen.findByText(/No order is open: 2 orders are open/)).toBeVisible()
    fill()
    expect(button()).toBeDisabled()
  })

  it('wants a drawdown acknowledged', async () => {
    server([{ name: 'drawdown-acknowledged', ok: false, detail: 'drawdown stopped trading' }])
    show(<ResetDialog onDone={() => {}} />)
    const box = await screen.findByLabelText(/I acknowledge the drawdown/)
    fill()
    expect(button()).toBeDisabled()
    fireEvent.click(box)
    expect(button()).toBeEnabled()
  })
})
