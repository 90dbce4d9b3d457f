package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.util.Objects;

/**
 * The rest of the order is gone.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param reason who or what cancelled it
 * @param filledQuantity shares that had been filled before
 */
public record OrderCancelled(
        Meta meta, String account, String orderId, String symbol, String reason, long filledQuantity)
        implements FillMessage {

    public OrderCancelled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(reason, "reason");
    }
}
