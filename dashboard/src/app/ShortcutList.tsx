import { Modal } from '@mantine/core'
import { PAGES } from './pages'
import css from './ShortcutList.module.css'

const KEYS: readonly [string, string][] = [
  ['/ or Ctrl+K', 'Find a symbol, page or action'],
  ...PAGES.map((page): [string, string] => [`g ${page.key}`, `Go to ${page.name}`]),
  ['Shift+K', 'Halt trading'],
  ['f / e', 'Fit the chart / follow the newest bar'],
  ['← → + −', 'Pan and zoom the chart'],
  ['m / x', 'Markers / chart as a table'],
  ['j / k, Enter', 'Next / previous trade, open it'],
  ['Shift+E', 'Export the trades as CSV'],
  ['Ctrl+Enter', 'Run the backtest'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
]

export function ShortcutList({ onDone }: { onDone: () => void }) {
  return (
    <Modal opened onClose={onDone} title="Keyboard shortcuts" centered>
      <dl className={css.list}>
        {KEYS.map(([keys, action]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
