import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

const shots = process.env['FLUXHERO_SCREENSHOTS']

async function shot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, timeout: 120_000 })
}

async function audit(page: Page, name: string): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const lines = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect(lines, `accessibility of ${name}`).toEqual([])
}

/** Asks the gateway what no page asks it. */
async function command(page: Page, path: string, body: object): Promise<number> {
  const { token } = await (await page.request.get('/session')).json()
  const answer = await page.request.post(path, {
    data: { reason: 'end-to-end test', ...body },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
  })
  return answer.status()
}

/** Far from the market: it waits, and while it does the strategy opens nothing beside it. */
const WAITING = {
  symbol: 'SPX',
  side: 'BUY',
  quantity: 1,
  type: 'LIMIT',
  limit_price: 10,
  protective_stop: 5,
}

async function allowTrading(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reset…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reset the halt' })
  await dialog.getByLabel('Reason (kept in the audit log)').fill('end-to-end test is over')
  await dialog.getByLabel(/I have looked at the cause/).check()
  await dialog.getByRole('button', { name: 'Reset the halt' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Reset…' })).toBeHidden()
}

/**
 * Against a running stack: `./fluxhero up`, then FLUXHERO_DASHBOARD_URL=... npm run e2e. It halts trading and resets the
 * paper account.
 */
test.describe.serial('the running system', () => {
  let page: Page
  const broken: string[] = []

  test.beforeAll(async ({ browser }) => {
    // axe wants a page whose context it may open helpers in: one that newPage() of the browser made refuses that.
    page = await (await browser.newContext()).newPage()
    page.on('pageerror', (error) => broken.push(error.message))
  })

  test.afterAll(async () => {
    await page.context().close()
  })

  test('opens without typing a token and shows the market', async () => {
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.getByText('PAPER', { exact: true })).toBeVisible()
    await expect(page.getByTestId('legend')).toContainText('KAMA')
    await expect(page.getByTestId('market-clock')).toContainText(/\d{4}/)
    await expect(page.getByRole('region', { name: 'Regime' })).toContainText('ADX')
    await expect(page.getByRole('region', { name: 'Risk limits' }).getByRole('meter').first()).toBeVisible()
    await expect(page.getByTestId('feed-pill')).toHaveAttribute('data-health', /live|finished/)
  })

  test('sees the price move, or the replay at its end', async () => {
    const clock = page.getByTestId('market-clock')
    const before = await page.getByTestId('last-price').innerText()
    const text = await clock.innerText()
    const place = /([\d,]+) \/ ([\d,]+)/.exec(text)
    if (place && place[1] === place[2]) {
      await expect(page.getByTestId('feed-pill')).toHaveAttribute('data-health', 'finished')
    } else {
      await expect(page.getByTestId('last-price')).not.toHaveText(before)
      await expect(clock).not.toHaveText(text)
    }
    await shot(page, 'live')
  })

  test('sees what happened and why', async () => {
    const feed = page.getByRole('list', { name: 'Activity, newest first' })
    await expect(feed.getByText(/Signal|Order|Filled/).first()).toBeVisible({ timeout: 180_000 })
    await audit(page, 'Live')
  })

  test('asks for the word before it halts', async () => {
    await page.keyboard.press('Shift+K')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Halt trading' })).toBeDisabled()
    await dialog.getByLabel('Reason (kept in the audit log)').fill('end-to-end test')
    await dialog.getByLabel('Type HALT to confirm').fill('HALT')
    await expect(dialog.getByRole('button', { name: 'Halt trading' })).toBeEnabled()
    await shot(page, 'halt')
    await audit(page, 'the halt dialog')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  test('lists a trade with its explanation', async () => {
    await page.getByRole('link', { name: 'Trades' }).click()
    const row = page.locator('tbody tr').first()
    await expect(row).toBeVisible({ timeout: 180_000 })
    await shot(page, 'trades')
    await audit(page, 'Trades')
    await row.click()
    await expect(page.getByRole('dialog')).toContainText(/Reason:|Regime:/)
    await shot(page, 'trade')
    await page.keyboard.press('Escape')
  })

  test('keeps the filters in the address', async () => {
    await page.getByRole('radiogroup', { name: 'Status' }).getByText('Closed').click()
    await expect(page).toHaveURL(/status=CLOSED/)
    await page.reload({ waitUntil: 'commit' })
    await expect(page.getByRole('radio', { name: 'Closed' })).toBeChecked()
  })

  test('runs a backtest over the stored history', async () => {
    await page.getByRole('link', { name: 'Backtest' }).click()
    await page.getByRole('button', { name: 'Run backtest' }).click()
    await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible({ timeout: 180_000 })
    await expect(page).toHaveURL(/run=/)
    await expect(page.getByText('Monthly returns')).toBeVisible()
    await expect(page.getByRole('region', { name: /Trades \(\d+\)/ })).toBeVisible()
    await shot(page, 'backtest')
    await audit(page, 'Backtest')
  })

  test('walks forward by keyboard, cancels, and shows what was chosen', async () => {
    // An arrow key chooses the other form.
    await page.getByRole('radio', { name: 'Backtest' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/form=walk-forward/)
    const form = page.getByRole('form', { name: 'Walk-forward' })
    await expect(form.getByLabel('Learn from, bars')).toHaveValue('63')
    await expect(form).toContainText(/About [\d,]+ bars: \d+ windows\./)
    await form.getByLabel('Test, bars').fill('0')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByLabel('Test, bars')).toHaveAccessibleDescription(/1 or more/)
    await audit(page, 'the form of walk-forwards')

    // Minutes of work: a window for each bar, and another request each time.
    const values = Array.from({ length: 400 }, (_, i) => 20 + i).join(' ')
    await form.getByLabel('Test, bars').fill('1')
    await form.getByLabel('Fewest trades').fill(String(Date.now() % 100_000))
    await form.getByLabel('Grid: values to try').fill(`regression-period: ${values}`)
    await form.getByLabel('Learn from, bars').focus()
    await page.keyboard.press('Control+Enter')
    const running = page.getByRole('region', { name: 'Running a walk-forward' })
    await expect(running.getByRole('status')).toContainText(/of [\d,]+ pieces/)
    await shot(page, 'walk-forward-running')
    await running.getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(page.getByText(/the walk-forward was cancelled; .* nothing is kept/)).toBeVisible()

    await form.getByLabel('Fewest trades').fill('1')
    await form.getByLabel('Grid: values to try').fill('luck: 1')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByLabel('Grid: values to try')).toHaveAccessibleDescription(
      /unknown parameter 'luck'/,
    )

    await form.getByLabel('Test, bars').fill('63')
    await form.getByLabel('Grid: values to try').fill('regression-period: 20, 50')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: /Walk-forward · SPX/ })).toBeVisible({ timeout: 180_000 })
    await expect(page.getByText('Pass rate')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Parameter stability' }).first()).toContainText(
      'regression-period',
    )
    await expect(page.getByRole('region', { name: /Windows \(\d+\)/ })).toBeVisible()
    await expect(page.getByRole('region', { name: 'At work' })).toBeHidden()
    await shot(page, 'walk-forward')
    await audit(page, 'Walk-forward')
  })

  for (const [scheme, palette] of [
    ['light', 'classic'],
    ['light', 'cvd'],
    ['dark', 'cvd'],
  ] as const) {
    test(`is readable in ${scheme} with the ${palette} palette`, async ({ browser }) => {
      const context = await browser.newContext()
      await context.addInitScript((chosen) => localStorage.setItem('fluxhero-scheme', chosen), scheme)
      const other = await context.newPage()
      await other.goto(`/live?palette=${palette}`, { waitUntil: 'commit' })
      await expect(other.getByTestId('legend')).toContainText('KAMA')
      await expect(other.locator('html')).toHaveAttribute('data-palette', palette)
      await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
      await shot(other, `live-${scheme}-${palette}`)
      await audit(other, `Live in ${scheme}, ${palette}`)
      await other.route('**/session', (route) => route.fulfill({ status: 404, body: '' }))
      await other.reload({ waitUntil: 'commit' })
      await other.getByLabel('Access token', { exact: true }).fill('not-a-token')
      await audit(other, `the token page in ${scheme}, ${palette}`)
      await other.getByRole('button', { name: 'Open the dashboard' }).click()
      await expect(other.getByText('The token was refused')).toBeVisible()
      await audit(other, `a refused token in ${scheme}, ${palette}`)
      await context.close()
    })
  }

  test('halts, closes what is held, and goes on after a reset', async () => {
    await page.getByRole('link', { name: 'Live' }).click()
    await page.getByRole('button', { name: 'Halt', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Halt trading' })
    await dialog.getByLabel('Reason (kept in the audit log)').fill('end-to-end test')
    await dialog.getByLabel('Type HALT to confirm').fill('HALT')
    await dialog.getByRole('button', { name: 'Halt trading' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Trading is halted \(manual\): end-to-end test/)).toBeVisible()
    await expect(page.getByText(/No open position/)).toBeVisible()
    await allowTrading(page)
  })

  test('resets the paper account once nothing is open', async () => {
    await expect(async () => {
      await command(page, '/api/positions/SPX/close', {})
      expect(await command(page, '/api/orders', WAITING)).toBe(200)
    }).toPass({ timeout: 180_000, intervals: [2_000] })
    await page.getByTitle(/reset the account/).click()
    const dialog = page.getByRole('dialog', { name: 'Reset paper account' })
    const reset = dialog.getByRole('button', { name: 'Reset account' })
    const capital = dialog.getByLabel(/Starting capital/)
    await expect(reset).toBeDisabled()
    await dialog.getByLabel('Start anew with this capital').check()
    await dialog.getByLabel('Reason (kept in the audit log)').fill('end-to-end test')
    for (const senseless of ['-5', 'many', '1000000001']) {
      await capital.fill(senseless)
      await expect(dialog.getByText('From 1 to 1,000,000,000')).toBeVisible()
      await expect(reset).toBeDisabled()
    }
    await shot(page, 'reset')
    await audit(page, 'the reset of the account')
    await capital.fill('50000')
    await reset.click()
    await expect(dialog.getByRole('alert')).toContainText('Not reset: 1 order is open')
    // The halt ends the order, and the strategy opens nothing before the account is reset.
    expect(await command(page, '/api/emergency/close_all_positions', {})).toBe(200)
    await expect(async () => {
      await reset.click()
      await expect(dialog).toBeHidden({ timeout: 3_000 })
    }).toPass()
    const account = page.getByRole('region', { name: 'Account at a glance' })
    await expect(account).toContainText('$50,000.00')
    await expect(account).toContainText('peak $50,000.00')
    await allowTrading(page)
  })

  test('throws nothing on the way', () => {
    expect(broken).toEqual([])
  })
})
