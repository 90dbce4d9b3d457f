import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

afterEach(cleanup)

// A busy machine may need seconds for what takes milliseconds elsewhere; a condition that never holds still fails.
configure({ asyncUtilTimeout: 20_000 })

Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
    addListener: vi.fn(),
    removeListener: vi.fn(),
    dispatchEvent: () => false,
  }),
})

class Still {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.defineProperty(window, 'ResizeObserver', { value: Still, writable: true })
Element.prototype.scrollIntoView = vi.fn()
Object.defineProperty(document, 'fonts', { value: { addEventListener() {}, removeEventListener() {} } })
