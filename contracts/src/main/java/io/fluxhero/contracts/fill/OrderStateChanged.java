package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderIntent;
import java.util.Objects;

/**
 * An order took a step that no other message tells.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param orderId the order
 * @param symbol the instrument
 * @param intent what it is for
 * @param state where it stands now
 * @param clientOrderId id under which the broker knows it: that of the order, or of its latest attempt
 * @param filledQuantity shares filled so far
 * @param detail why, in words
 */
public record OrderStateChanged(
        Meta meta,
        String account,
        String orderId,
        String symbol,
        OrderIntent intent,
        OrderStatus state,
        String clientOrderId,
        long filledQuantity,
        String detail)
        implements FillMessage {

    public OrderStateChanged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(detail, "detail");
    }
}
