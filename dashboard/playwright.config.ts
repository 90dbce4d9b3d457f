import { defineConfig } from '@playwright/test'

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync --font-render-hinting=none'

export default defineConfig({
  testDir: 'e2e',
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: process.env['FLUXHERO_DASHBOARD_URL'] ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    launchOptions: {
      executablePath: process.env['FLUXHERO_CHROMIUM'] ?? '/usr/bin/chromium',
      args: flags.split(' '),
      timeout: 120_000,
    },
  },
})
