package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.util.Objects;

/**
 * The order's time ran out at the broker.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param filledQuantity shares that had been filled before
 */
public record OrderExpired(Meta meta, String account, String orderId, String symbol, long filledQuantity)
        implements FillMessage {

    public OrderExpired {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
    }
}
