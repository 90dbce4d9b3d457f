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

/** Against a running stack: `./fluxhero up`, then FLUXHERO_DASHBOARD_URL=... npm run e2e */
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

  test('throws nothing on the way', () => {
    expect(broken).toEqual([])
  })
})
