import { useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ContrastIcon, KeyboardIcon, SunIcon } from '@/components/Icons'
import { readPnlPalette, setPnlPalette } from '@/lib/settings'
import { PAGES } from './pages'
import css from './Shell.module.css'

export function Rail({ onKeys }: { onKeys: () => void }) {
  const { toggleColorScheme } = useMantineColorScheme()
  const [pnl, setPnl] = useState(readPnlPalette)
  const next = pnl === 'cvd' ? 'classic' : 'cvd'
  return (
    <nav className={css.rail} aria-label="Pages">
      {PAGES.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon />
          {name}
        </Link>
      ))}
      <span className={css.gap} />
      <button
        type="button"
        className={css.tool}
        title={`Profit and loss colours: ${pnl}`}
        aria-label={`Use ${next} profit and loss colours`}
        onClick={() => {
          setPnlPalette(next)
          setPnl(next)
        }}
      >
        <ContrastIcon size={18} />
      </button>
      <button
        type="button"
        className={css.tool}
        title="Dark or light"
        aria-label="Switch between dark and light"
        onClick={() => toggleColorScheme()}
      >
        <SunIcon size={18} />
      </button>
      <button
        type="button"
        className={css.tool}
        title="Keyboard shortcuts (?)"
        aria-label="Keyboard shortcuts"
        onClick={onKeys}
      >
        <KeyboardIcon size={18} />
      </button>
    </nav>
  )
}
