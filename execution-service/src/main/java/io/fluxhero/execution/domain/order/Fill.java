package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution at the broker.
 *
 * @param fillId the broker's execution id; applied once
 * @param entryOrderId entry that opened the position; equals {@code orderId} for entries
 * @param barTime bar in which it happened
 * @param side direction of the position opened or closed
 * @param slippage money given up against the reference price
 */
public record Fill(
        String fillId,
        String orderId,
        String entryOrderId,
        String symbol,
        Instant barTime,
        Intent intent,
        Side side,
        long quantity,
        BigDecimal price,
        BigDecimal commission,
        BigDecimal slippage) {

    /** An execution of the engine's broker. */
    public static Fill of(String fillId, Execution execution) {
        return new Fill(
                fillId,
                execution.orderId(),
                execution.entryOrderId(),
                execution.symbol(),
                Instant.ofEpochMilli(execution.barTime()),
                execution.intent(),
                execution.side(),
                execution.shares(),
                Micros.toDecimal(execution.priceMicros()),
                Micros.toDecimal(execution.commissionMicros()),
                Micros.toDecimal(execution.slippageMicros()));
    }

    /** Whether shares were bought: into a long position or out of a short one. */
    public boolean isBuy() {
        return (intent == Intent.ENTRY) == (side == Side.LONG);
    }

    /** The same under our ids, where the broker knows the orders by those of their attempts. */
    public Fill of(String order, String entry) {
        return new Fill(fillId, order, entry, symbol, barTime, intent, side, quantity, price, commission, slippage);
    }

    /** What was paid or received for the shares, without costs. */
    public BigDecimal value() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
