package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.time.Instant;
import java.util.Objects;

/**
 * Risk wants a working order gone.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param barTime open time of the bar that this follows from
 * @param reason why
 */
public record OrderCancelRequested(
        Meta meta, String account, String orderId, String symbol, Instant barTime, String reason)
        implements OrderMessage {

    public OrderCancelRequested {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(reason, "reason");
    }
}
