import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const featureOf = (path: string) => /\/src\/features\/([^/]+)\//.exec(path)?.[1]

/** Features that a source names other than its own; features meet in the shell only. */
export function trespasses(path: string, source: string): string[] {
  const own = featureOf(path)
  const named = [...source.matchAll(/from '(@\/features\/|(?:\.\.\/)+features\/)([^/']+)/g)].map(
    (match) => match[2]!,
  )
  return own ? named.filter((feature) => feature !== own) : []
}

describe('architecture', () => {
  it('keeps features apart', () => {
    const found = Object.entries(sources).flatMap(([path, source]) =>
      trespasses(path, source).map((feature) => `${path} imports ${feature}`),
    )
    expect(Object.keys(sources).length).toBeGreaterThan(40)
    expect(found).toEqual([])
  })

  it('would see a feature that reaches into another', () => {
    const planted = "import { halt } from '@/features/safety/api/commands'"
    expect(trespasses('/src/features/live/x.ts', planted)).toEqual(['safety'])
  })

  it('wraps the chart library in one place', () => {
    const users = Object.entries(sources)
      .filter(
        ([path, source]) =>
          source.includes("from 'lightweight-" + "charts'") && !path.includes('/components/chart/'),
      )
      .map(([path]) => path)
    expect(users).toEqual([])
  })

  it('knows features only in the shell', () => {
    const users = Object.entries(sources)
      .filter(
        ([path, source]) =>
          /from '@\/features\//.test(source) && !path.startsWith('/src/app/') && !featureOf(path),
      )
      .filter(([path]) => !path.includes('/testing/'))
      .map(([path]) => path)
    expect(users).toEqual([])
  })
})
