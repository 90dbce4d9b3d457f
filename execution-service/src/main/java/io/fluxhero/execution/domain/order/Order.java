package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.risk.Intent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order and how far it came. Its id is also the client order id at the broker.
 *
 * @param correlationId candle or request that caused it
 * @param instruction what is to be traded
 * @param rationale why, where a signal caused it
 * @param progress state and sums of its fills
 */
public record Order(
        String orderId,
        String account,
        String correlationId,
        Instruction instruction,
        @Nullable Rationale rationale,
        Progress progress) {

    private static final int PRICE_SCALE = 6;

    /**
     * How far it came.
     *
     * @param filled shares traded so far
     * @param averagePrice of the shares traded, absent before the first
     * @param at event time of the last change
     */
    public record Progress(
            OrderState state,
            long filled,
            @Nullable BigDecimal averagePrice,
            BigDecimal commission,
            BigDecimal slippage,
            Instant createdAt,
            Instant at) {

        Progress moved(OrderState next, Instant when) {
            return new Progress(state.to(next), filled, averagePrice, commission, slippage, createdAt, when);
        }
    }

    /** A new order that the broker has not seen. */
    public static Order created(
            String orderId,
            String account,
            String correlationId,
            Instruction instruction,
            @Nullable Rationale rationale,
            Instant at) {
        Progress none = new Progress(OrderState.CREATED, 0, null, BigDecimal.ZERO, BigDecimal.ZERO, at, at);
        return new Order(orderId, account, correlationId, instruction, rationale, none);
    }

    /** The protective leg that the broker holds for this entry. */
    public Order leg(String legOrderId, Intent intent, Instant at) {
        return created(legOrderId, account, correlationId, instruction.leg(intent, orderId), null, at);
    }

    public OrderState state() {
        return progress.state();
    }

    /** Shares not traded yet. */
    public long remaining() {
        return instruction.quantity() - progress.filled();
    }

    /**
     * In its next state.
     *
     * @throws IllegalTransition where the table does not allow it
     */
    public Order moveTo(OrderState next, Instant at) {
        return with(progress.moved(next, at));
    }

    /**
     * After a fill.
     *
     * @throws IllegalArgumentException where more is filled than was ordered
     */
    public Order filledBy(Fill fill, Instant at) {
        if (fill.quantity() > remaining()) {
            throw new IllegalArgumentException(
                    "fill " + fill.fillId() + " has " + fill.quantity() + " shares, " + remaining() + " were open");
        }
        long filled = progress.filled() + fill.quantity();
        OrderState next = filled == instruction.quantity() ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        return with(new Progress(
                state().to(next),
                filled,
                averageWith(fill, filled),
                progress.commission().add(fill.commission()),
                progress.slippage().add(fill.slippage()),
                progress.createdAt(),
                at));
    }

    /** With its stop moved; for protective stops only. */
    public Order stopMovedTo(BigDecimal price) {
        return new Order(orderId, account, correlationId, instruction.withStopPrice(price), rationale, progress);
    }

    private BigDecimal averageWith(Fill fill, long filled) {
        BigDecimal before = progress.averagePrice();
        if (before == null) {
            return fill.price();
        }
        return before.multiply(BigDecimal.valueOf(progress.filled()))
                .add(fill.value())
                .divide(BigDecimal.valueOf(filled), PRICE_SCALE, RoundingMode.HALF_EVEN);
    }

    private Order with(Progress next) {
        return new Order(orderId, account, correlationId, instruction, rationale, next);
    }
}
