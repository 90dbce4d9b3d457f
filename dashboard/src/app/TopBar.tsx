import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { hue } from '@/components/Figures'
import { HandIcon, Logo, SearchIcon } from '@/components/Icons'
import { price } from '@/lib/format'
import { symbolsQuery } from '@/lib/queries'
import { useQuote } from '@/live/views'
import { FeedPill, MarketClock } from './FeedPill'
import { palette } from './Palette'
import css from './Shell.module.css'

/** Safety first: mode, market, feed and the halt button are on every page and never scroll. */
export function TopBar({ onHalt, onReset }: { onHalt: () => void; onReset: () => void }) {
  const symbols = useQuery(symbolsQuery).data
  const { symbol } = useSearch({ strict: false })
  const info = symbols?.find((one) => one.symbol === symbol) ?? symbols?.[0]
  const quote = useQuote(info?.symbol ?? null).data
  return (
    <header className={css.top} data-mode="PAPER">
      <Logo />
      <div className={css.instrument}>
        <b>{info?.symbol ?? 'FluxHero'}</b>
        <span>{info?.name}</span>
        {quote && (
          <strong
            className={`${css.last} ${quote.open === null ? '' : hue(quote.close - quote.open)}`}
            data-testid="last-price"
          >
            {price(quote.close)}
          </strong>
        )}
      </div>
      <button type="button" className={css.search} onClick={palette.open}>
        <SearchIcon size={15} />
        Symbol or page
        <kbd>/</kbd>
      </button>
      <div className={css.right}>
        <button
          type="button"
          className={css.mode}
          onClick={onReset}
          title="Simulated orders, no real money: reset the account…"
        >
          PAPER
        </button>
        <MarketClock symbol={info?.symbol ?? null} />
        <FeedPill />
        <button type="button" className={css.halt} onClick={onHalt} title="Halt trading (Shift+K)">
          <HandIcon size={16} />
          Halt
        </button>
      </div>
    </header>
  )
}
