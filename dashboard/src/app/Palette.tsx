import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SearchIcon } from '@/components/Icons'
import { symbolsQuery } from '@/lib/queries'
import { PAGES } from './pages'

export const [paletteStore, palette] = createSpotlight()

/** Symbols, pages and actions from one field. */
export function Palette({
  onHalt,
  onReset,
  onKeys,
}: {
  onHalt: () => void
  onReset: () => void
  onKeys: () => void
}) {
  const navigate = useNavigate()
  const symbols = useQuery(symbolsQuery).data ?? []
  const actions: SpotlightActionData[] = [
    ...symbols.map((info) => ({
      id: `symbol-${info.symbol}`,
      label: info.symbol,
      description: info.name ?? 'Chart and positions',
      onClick: () => void navigate({ to: '/live', search: { symbol: info.symbol } }),
    })),
    ...PAGES.map((page) => ({
      id: `page-${page.key}`,
      label: page.name,
      description: page.about,
      onClick: () => void navigate({ to: page.to }),
    })),
    { id: 'halt', label: 'Halt trading', description: 'Opens the confirmation', onClick: onHalt },
    {
      id: 'reset',
      label: 'Reset paper account',
      description: 'Starts anew with fresh capital',
      onClick: onReset,
    },
    { id: 'keys', label: 'Keyboard shortcuts', description: 'The list', onClick: onKeys },
  ]
  return (
    <Spotlight
      store={paletteStore}
      actions={actions}
      shortcut={['/', 'mod + K']}
      nothingFound="Nothing of this name"
      highlightQuery
      transitionProps={{ duration: 0 }}
      searchProps={{
        leftSection: <SearchIcon size={16} />,
        placeholder: 'Symbol, page or action',
        'aria-label': 'Search',
      }}
    />
  )
}
