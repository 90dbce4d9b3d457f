package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Mode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be traded, as it was decided.
 *
 * @param signalId signal it follows from, absent for a person or the kill switch
 * @param barTime open time of the bar at whose close it was decided
 * @param side direction of the position that it opens or closes
 * @param mode mode that owns the position, absent for manual orders
 * @param quantity whole shares, above 0
 * @param limitPrice of limit orders
 * @param stopPrice of stop orders: where the stop stands now
 * @param protectiveStop of entries: stop that works from the fill on
 * @param takeProfit of entries: target that works from the fill on
 * @param averageVolume for the impact model of simulated brokers
 * @param cashLimit of entries: most that the purchase may cost
 * @param entryOrderId of protective legs: the entry they belong to
 */
public record Instruction(
        @Nullable String signalId,
        String symbol,
        String timeframe,
        Instant barTime,
        Intent intent,
        Side side,
        @Nullable Mode mode,
        OrderType type,
        long quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal protectiveStop,
        @Nullable BigDecimal takeProfit,
        @Nullable Long averageVolume,
        @Nullable BigDecimal cashLimit,
        @Nullable String entryOrderId) {

    public Instruction {
        if (quantity <= 0) {
            throw new IllegalArgumentException("an order is for at least one share, not " + quantity);
        }
    }

    /** Whether it buys: entries into a long position and exits from a short one. */
    public boolean isBuy() {
        return (intent == Intent.ENTRY) == (side == Side.LONG);
    }

    /** The leg of this entry that closes the position at its stop or target. */
    Instruction leg(Intent leg, String entryId) {
        boolean stop = leg == Intent.PROTECTIVE_STOP;
        return new Instruction(
                signalId,
                symbol,
                timeframe,
                barTime,
                leg,
                side,
                mode,
                stop ? OrderType.STOP : OrderType.LIMIT,
                quantity,
                stop ? null : takeProfit,
                stop ? protectiveStop : null,
                null,
                null,
                averageVolume,
                null,
                entryId);
    }

    Instruction withStopPrice(BigDecimal price) {
        return with(quantity, limitPrice, price, cashLimit);
    }

    /** The same at another limit. */
    public Instruction withLimitPrice(@Nullable BigDecimal price) {
        return with(quantity, price, stopPrice, cashLimit);
    }

    /** The same with so much cash left to spend. */
    public Instruction withCashLimit(@Nullable BigDecimal limit) {
        return with(quantity, limitPrice, stopPrice, limit);
    }

    /** The same for this many shares. */
    public Instruction withQuantity(long count) {
        return with(count, limitPrice, stopPrice, cashLimit);
    }

    private Instruction with(
            long count, @Nullable BigDecimal limit, @Nullable BigDecimal stop, @Nullable BigDecimal cash) {
        return new Instruction(
                signalId,
                symbol,
                timeframe,
                barTime,
                intent,
                side,
                mode,
                type,
                count,
                limit,
                stop,
                protectiveStop,
                takeProfit,
                averageVolume,
                cash,
                entryOrderId);
    }
}
