package io.fluxhero.execution.domain.position;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.order.Contradiction;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account holds of one symbol.
 *
 * @param entryPrice mean price of the shares held
 * @param stopLoss where the protective stop works now
 * @param initialStop where it worked first
 * @param entryTime bar of the first fill
 * @param strategy mode that owns it
 * @param reason why it was opened, in words
 * @param updatedAt bar of the last change
 */
public record Position(
        String account,
        String symbol,
        Side side,
        String entryOrderId,
        long shares,
        BigDecimal entryPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal initialStop,
        @Nullable BigDecimal takeProfit,
        Instant entryTime,
        @Nullable String strategy,
        @Nullable String reason,
        Instant updatedAt) {

    private static final int PRICE_SCALE = 6;

    /** The position that the first fill of an entry opens. */
    public static Position openedBy(Order entry, Fill fill) {
        var plan = entry.instruction();
        return new Position(
                entry.account(),
                fill.symbol(),
                fill.side(),
                entry.orderId(),
                fill.quantity(),
                fill.price(),
                plan.protectiveStop(),
                plan.protectiveStop(),
                plan.takeProfit(),
                fill.barTime(),
                plan.mode() == null ? null : plan.mode().name(),
                entry.rationale() == null ? null : entry.rationale().text(),
                fill.barTime());
    }

    /**
     * With the shares of a further entry fill, at the mean price.
     *
     * @throws Contradiction where the fill is for the other side
     */
    public Position increasedBy(Fill fill) {
        requireSameSide(fill);
        long total = shares + fill.quantity();
        BigDecimal mean = entryPrice
                .multiply(BigDecimal.valueOf(shares))
                .add(fill.value())
                .divide(BigDecimal.valueOf(total), PRICE_SCALE, RoundingMode.HALF_EVEN);
        return with(total, mean, stopLoss, fill.barTime());
    }

    /**
     * What is left after a closing fill.
     *
     * @throws Contradiction where the fill is for the other side or closes more than is held
     */
    public Optional<Position> reducedBy(Fill fill) {
        requireSameSide(fill);
        long left = shares - fill.quantity();
        if (left < 0) {
            throw new Contradiction(
                    "fill " + fill.fillId() + " closes " + fill.quantity() + " of " + shares + " shares of " + symbol);
        }
        return left == 0 ? Optional.empty() : Optional.of(with(left, entryPrice, stopLoss, fill.barTime()));
    }

    /** With its stop elsewhere. */
    public Position protectedAt(BigDecimal stop, Instant barTime) {
        return with(shares, entryPrice, stop, barTime);
    }

    /** What it would earn at this price, costs aside. */
    public BigDecimal unrealizedAt(BigDecimal price) {
        return price.subtract(entryPrice).multiply(BigDecimal.valueOf(shares * side.sign()));
    }

    private void requireSameSide(Fill fill) {
        if (fill.side() != side) {
            throw new Contradiction(
                    "fill " + fill.fillId() + " is for a " + fill.side() + " position, " + symbol + " is " + side);
        }
    }

    private Position with(long count, BigDecimal price, @Nullable BigDecimal stop, Instant at) {
        return new Position(
                account,
                symbol,
                side,
                entryOrderId,
                count,
                price,
                stop,
                initialStop,
                takeProfit,
                entryTime,
                strategy,
                reason,
                at);
    }
}
