import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { Pnl, PnlPercent, RegimeBadge, Side } from '@/components/Figures'
import type { Trade } from '@/lib/api'
import { barTime, count, fixed, holding, mode, money, percent, price, UNKNOWN, words } from '@/lib/format'
import css from '../Trades.module.css'

/** One trade in full: what it did, why it was opened, what it cost. */
export function TradeDrawer({ trade, onDone }: { trade: Trade; onDone: () => void }) {
  const why = trade.signal_explanation
  const reason = why?.formatted_reason ?? trade.signal_reason
  return (
    <Drawer
      opened
      onClose={onDone}
      position="right"
      size={440}
      title={`${trade.symbol} ${trade.side > 0 ? 'long' : 'short'}, ${barTime(trade.entry_time)}`}
    >
      <div className={css.result}>
        <Pnl value={trade.realized_pnl} /> <PnlPercent value={trade.realized_pnl_pct} />
        <RegimeBadge regime={trade.regime ?? why?.regime} />
      </div>
      <h2 className={css.section}>Why it was opened</h2>
      {reason ? (
        <pre className={css.reason}>{reason}</pre>
      ) : (
        <p className="mute">No explanation was recorded.</p>
      )}
      {why && (
        <dl className={css.figures}>
          <Figure name="Trigger" value={why.trigger ?? UNKNOWN} wide />
          <Figure name="Close" value={price(why.price)} />
          <Figure name="KAMA" value={price(why.kama)} />
          <Figure name="ATR" value={fixed(why.atr)} />
          <Figure name="ADX" value={fixed(why.adx, 1)} />
          <Figure name="R²" value={fixed(why.r_squared)} />
          <Figure name="RSI" value={fixed(why.rsi, 1)} />
          <Figure name="Volatility" value={words(why.volatility)} />
          <Figure name="Noise filter" value={yes(why.noise_filter_passed)} />
          <Figure name="Risk" value={`${money(why.risk_amount)} (${percent(why.risk_percent)})`} />
          <Figure name="Size" value={count(why.position_size)} />
        </dl>
      )}
      <h2 className={css.section}>Course</h2>
      <dl className={css.figures}>
        <Figure name="Side" value={<Side side={trade.side} />} />
        <Figure name="Shares" value={count(trade.shares)} />
        <Figure name="Entry" value={price(trade.entry_price)} />
        <Figure name="Exit" value={price(trade.exit_price)} />
        <Figure name="Entered" value={barTime(trade.entry_time)} />
        <Figure name="Exited" value={barTime(trade.exit_time)} />
        <Figure name="Held" value={holding(trade.entry_time, trade.exit_time)} />
        <Figure name="Exit reason" value={words(trade.exit_reason)} />
        <Figure name="Stop" value={price(trade.stop_loss)} />
        <Figure name="Target" value={price(trade.take_profit)} />
        <Figure name="Commission" value={money(trade.commission)} />
        <Figure name="Slippage" value={money(trade.slippage)} />
        <Figure name="Strategy" value={mode(trade.strategy)} />
        <Figure name="Status" value={words(trade.status)} />
      </dl>
      <h2 className={css.section}>Trace</h2>
      <dl className={css.ids}>
        <Figure name="Trade" value={trade.id} wide />
        <Figure name="Signal" value={trade.signal_id ?? UNKNOWN} wide />
        <Figure name="Entry order" value={trade.entry_order_id ?? UNKNOWN} wide />
        <Figure name="Exit order" value={trade.exit_order_id ?? UNKNOWN} wide />
        <Figure name="Candle" value={trade.correlation_id ?? UNKNOWN} wide />
      </dl>
    </Drawer>
  )
}

const yes = (value: boolean | null | undefined) =>
  typeof value !== 'boolean' ? UNKNOWN : value ? 'passed' : 'not passed'

function Figure({ name, value, wide = false }: { name: string; value: ReactNode; wide?: boolean }) {
  return (
    <div data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
