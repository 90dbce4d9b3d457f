package io.fluxhero.execution.domain.position;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Rationale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position from its first fill to its last, and why. Times are bar times.
 *
 * @param tradeId derived from the entry
 * @param shares bought (or sold short) in all
 * @param stopLoss where the protective stop works, or worked last
 * @param strategy mode that opened it
 * @param cause what the entry followed from
 * @param commission paid on both sides so far
 * @param slippage given up on both sides so far
 * @param exit how it ended so far
 */
public record Trade(
        String tradeId,
        String account,
        String symbol,
        Side side,
        String entryOrderId,
        BigDecimal entryPrice,
        Instant entryTime,
        long shares,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal initialStop,
        @Nullable BigDecimal takeProfit,
        @Nullable String strategy,
        Cause cause,
        BigDecimal commission,
        BigDecimal slippage,
        TradeStatus status,
        Exit exit) {

    private static final int PRICE_SCALE = 6;

    /**
     * What it followed from.
     *
     * @param signalId absent where a person ordered it
     * @param correlationId candle or request that caused the entry
     */
    public record Cause(@Nullable String signalId, @Nullable String correlationId, @Nullable Rationale rationale) {}

    /**
     * How it ended.
     *
     * @param shares closed so far
     * @param gross earned on them before commissions
     * @param price mean price of them, absent before the first
     * @param time bar of the last closing fill
     * @param realizedPnl net of both commissions, once all shares are closed
     */
    public record Exit(
            long shares,
            BigDecimal gross,
            @Nullable BigDecimal price,
            @Nullable Instant time,
            @Nullable ExitReason reason,
            @Nullable String orderId,
            @Nullable BigDecimal realizedPnl) {

        static final Exit NONE = new Exit(0, BigDecimal.ZERO, null, null, null, null, null);
    }

    /** The trade that the first fill of an entry opens. */
    public static Trade openedBy(String tradeId, Order entry, Fill fill) {
        var plan = entry.instruction();
        return new Trade(
                tradeId,
                entry.account(),
                fill.symbol(),
                fill.side(),
                entry.orderId(),
                fill.price(),
                fill.barTime(),
                fill.quantity(),
                plan.protectiveStop(),
                plan.protectiveStop(),
                plan.takeProfit(),
                plan.mode() == null ? null : plan.mode().name(),
                new Cause(plan.signalId(), entry.correlationId(), entry.rationale()),
                fill.commission(),
                fill.slippage(),
                TradeStatus.OPEN,
                Exit.NONE);
    }

    /** With the shares of a further entry fill, at the mean price. */
    public Trade increasedBy(Fill fill) {
        BigDecimal mean = mean(entryPrice, shares, fill);
        return with(mean, shares + fill.quantity(), stopLoss, fill, status, exit);
    }

    /** After a closing fill; closed once every share is. */
    public Trade reducedBy(Fill fill, ExitReason reason) {
        long closed = exit.shares() + fill.quantity();
        BigDecimal gross = exit.gross()
                .add(fill.price()
                        .subtract(entryPrice)
                        .multiply(BigDecimal.valueOf(fill.quantity()))
                        .multiply(BigDecimal.valueOf(side.sign())));
        BigDecimal before = exit.price();
        BigDecimal price = before == null ? fill.price() : mean(before, exit.shares(), fill);
        boolean done = closed == shares;
        BigDecimal pnl = done ? gross.subtract(commission).subtract(fill.commission()) : null;
        Exit next = new Exit(closed, gross, price, fill.barTime(), reason, fill.orderId(), pnl);
        return with(entryPrice, shares, stopLoss, fill, done ? TradeStatus.CLOSED : TradeStatus.OPEN, next);
    }

    /** With its stop elsewhere. */
    public Trade protectedAt(BigDecimal stop) {
        return new Trade(
                tradeId,
                account,
                symbol,
                side,
                entryOrderId,
                entryPrice,
                entryTime,
                shares,
                stop,
                initialStop,
                takeProfit,
                strategy,
                cause,
                commission,
                slippage,
                status,
                exit);
    }

    private static BigDecimal mean(BigDecimal price, long count, Fill fill) {
        return price.multiply(BigDecimal.valueOf(count))
                .add(fill.value())
                .divide(BigDecimal.valueOf(count + fill.quantity()), PRICE_SCALE, RoundingMode.HALF_EVEN);
    }

    private Trade with(
            BigDecimal price, long count, @Nullable BigDecimal stop, Fill fill, TradeStatus next, Exit nextExit) {
        return new Trade(
                tradeId,
                account,
                symbol,
                side,
                entryOrderId,
                price,
                entryTime,
                count,
                stop,
                initialStop,
                takeProfit,
                strategy,
                cause,
                commission.add(fill.commission()),
                slippage.add(fill.slippage()),
                next,
                nextExit);
    }
}
