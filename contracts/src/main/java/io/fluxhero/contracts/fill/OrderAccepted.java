package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderIntent;
import java.util.Objects;

/**
 * The broker works the order.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param intent what it is for
 * @param brokerOrderId the broker's own id
 */
public record OrderAccepted(
        Meta meta, String account, String orderId, String symbol, OrderIntent intent, String brokerOrderId)
        implements FillMessage {

    public OrderAccepted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(brokerOrderId, "brokerOrderId");
    }
}
