import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { HaltDialog } from './components/HaltDialog'

function answer(status: number, body: object) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(
    async () =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
const button = () => screen.getByRole('button', { name: 'Halt trading' })

describe('halt dialog', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('needs the typed word and a reason', () => {
    show(<HaltDialog onDone={() => {}} />)
    expect(button()).toBeDisabled()
    type('Type HALT to confirm', 'HALT')
    expect(button()).toBeDisabled()
    type('Reason (kept in the audit log)', 'quotes look wrong')
    expect(button()).toBeEnabled()
    type('Type HALT to confirm', 'halt')
    expect(button()).toBeDisabled()
  })

  it('sends reason, choice and a key that makes a repeat harmless', async () => {
    const fetched = answer(200, {
      status: 'HALTED',
      trading_status: 'DISABLED',
      detail: null,
      closed: [],
      cancelled: [],
      pending: [],
    })
    const done = vi.fn<() => void>()
    show(<HaltDialog onDone={done} />)
    type('Type HALT to confirm', 'HALT')
    type('Reason (kept in the audit log)', ' quotes look wrong ')
    fireEvent.change(screen.getByLabelText('Open positions'), { target: { value: 'keep' } })
    fireEvent.click(button())
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    const request = fetched.mock.calls[0]![0]
    expect(await request.json()).toEqual({ reason: 'quotes look wrong', flatten: false })
    expect(request.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
  })

  it('stays open and says why when the server refuses', async () => {
    answer(503, { title: 'Service unavailable', detail: 'risk-service does not answer' })
    const done = vi.fn<() => void>()
    show(<HaltDialog onDone={done} />)
    type('Type HALT to confirm', 'HALT')
    type('Reason (kept in the audit log)', 'x')
    fireEvent.click(button())
    expect(await screen.findByText(/risk-service does not answer/)).toBeVisible()
    expect(done).not.toHaveBeenCalled()
  })
})
