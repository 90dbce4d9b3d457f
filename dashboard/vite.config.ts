import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const gateway = process.env['FLUXHERO_GATEWAY_URL'] ?? 'http://127.0.0.1:8000'
const proxied = { target: gateway, changeOrigin: false }

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': '/src' } },
  build: { target: 'es2023', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 1000 },
  server: {
    port: 3000,
    proxy: {
      '/api': proxied,
      '/health': proxied,
      '/docs': proxied,
      '/session': proxied,
      '/ws': { ...proxied, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    testTimeout: 60_000,
  },
})
