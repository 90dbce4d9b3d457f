package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.util.Objects;

/**
 * The broker said no.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param code stable reason
 * @param detail the broker's words
 */
public record OrderRejected(Meta meta, String account, String orderId, String symbol, String code, String detail)
        implements FillMessage {

    public OrderRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
