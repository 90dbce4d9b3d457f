package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.signal.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The broker traded, in part or in whole.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param fillId the broker's execution id; one execution is applied once
 * @param entryOrderId entry that opened the position; equals {@code orderId} for entries
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime bar in which a simulated broker filled; the execution time elsewhere
 * @param intent what the order is for
 * @param side buy or sell
 * @param positionSide direction of the position opened or closed
 * @param quantity shares of this fill
 * @param price per share
 * @param commission for this fill
 * @param slippage money given up against the reference price
 * @param cumulativeQuantity shares filled so far
 * @param remainingQuantity shares still open; 0 means filled
 */
public record OrderFilled(
        Meta meta,
        String account,
        String orderId,
        String symbol,
        String fillId,
        @Nullable String entryOrderId,
        String timeframe,
        Instant barTime,
        OrderIntent intent,
        OrderSide side,
        PositionSide positionSide,
        long quantity,
        BigDecimal price,
        BigDecimal commission,
        BigDecimal slippage,
        long cumulativeQuantity,
        long remainingQuantity)
        implements FillMessage {

    public OrderFilled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(fillId, "fillId");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(positionSide, "positionSide");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(commission, "commission");
        Objects.requireNonNull(slippage, "slippage");
    }
}
