package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Risk allows this order; execution submits it once.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId derived from the signal id and the leg; also the client order id at the broker
 * @param signalId signal it follows from; absent for a person or the kill switch
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime open time of the bar that this follows from
 * @param intent what it is for
 * @param side buy or sell
 * @param orderType how it may fill
 * @param quantity whole shares, above 0
 * @param limitPrice for limit orders
 * @param stopPrice for stop orders
 * @param positionSide direction of the position that it opens or closes
 * @param mode mode that owns the position; absent for manual orders
 * @param protectiveStop entries: stop that the broker holds from the fill on
 * @param takeProfit entries: target that the broker holds from the fill on
 * @param averageVolume for the impact model of simulated brokers
 * @param cashLimit entries: most that the purchase may cost before it is cancelled for want of cash
 * @param explanation why, with the size that is traded
 * @param configHash hash of the risk configuration
 * @param riskEpoch epoch of the account when risk decided; an opening order of an epoch below the fence is not sent
 * @param expiresAt from then on an opening order that was not sent is not sent any more; absent means never
 */
public record OrderApproved(
        Meta meta,
        String account,
        String orderId,
        @Nullable String signalId,
        String symbol,
        String timeframe,
        Instant barTime,
        OrderIntent intent,
        OrderSide side,
        OrderType orderType,
        long quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        PositionSide positionSide,
        @Nullable StrategyMode mode,
        @Nullable BigDecimal protectiveStop,
        @Nullable BigDecimal takeProfit,
        @Nullable Long averageVolume,
        @Nullable BigDecimal cashLimit,
        @Nullable Explanation explanation,
        String configHash,
        @Nullable Long riskEpoch,
        @Nullable Instant expiresAt)
        implements OrderMessage {

    public OrderApproved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(orderType, "orderType");
        Objects.requireNonNull(positionSide, "positionSide");
        Objects.requireNonNull(configHash, "configHash");
    }
}
