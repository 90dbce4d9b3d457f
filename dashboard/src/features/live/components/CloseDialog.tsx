import { useState } from 'react'
import { Pnl } from '@/components/Figures'
import { ReasonDialog } from '@/components/ReasonDialog'
import { api, intention, take, type Position } from '@/lib/api'
import { count, price } from '@/lib/format'

/** Asks for a reason and shows what the close is worth at the last price. */
export function CloseDialog({ position, onDone }: { position: Position; onDone: () => void }) {
  const [headers] = useState(intention)
  return (
    <ReasonDialog
      title={`Close ${position.symbol}`}
      action="Close position"
      refused="Not closed"
      danger
      send={(reason) =>
        take(
          api.POST('/api/positions/{symbol}/close', {
            params: { path: { symbol: position.symbol }, header: headers },
            body: { reason },
          }),
        )
      }
      tell={({ detail }) => ({
        title: `Closing ${position.symbol}`,
        message: detail ?? 'The order is on its way; the fill appears in the activity.',
      })}
      onDone={onDone}
    >
      <p>
        Closes {count(position.shares)} {position.symbol} at market, about {price(position.current_price)}:{' '}
        <Pnl value={position.unrealized_pnl} />.
      </p>
    </ReasonDialog>
  )
}
