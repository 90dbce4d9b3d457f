package io.fluxhero.contracts.fill;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** Facts from the broker's side. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderAccepted.class, name = "order-accepted"),
    @JsonSubTypes.Type(value = OrderFilled.class, name = "order-filled"),
    @JsonSubTypes.Type(value = OrderRejected.class, name = "order-rejected"),
    @JsonSubTypes.Type(value = OrderCancelled.class, name = "order-cancelled"),
    @JsonSubTypes.Type(value = OrderExpired.class, name = "order-expired"),
    @JsonSubTypes.Type(value = OrderStateChanged.class, name = "order-state-changed"),
    @JsonSubTypes.Type(value = ExternalPositionSeen.class, name = "external-position-seen"),
    @JsonSubTypes.Type(value = CashMoved.class, name = "cash-moved"),
    @JsonSubTypes.Type(value = BarSettled.class, name = "bar-settled")
})
public sealed interface FillMessage extends Message
        permits OrderAccepted,
                OrderFilled,
                OrderRejected,
                OrderCancelled,
                OrderExpired,
                OrderStateChanged,
                ExternalPositionSeen,
                CashMoved,
                BarSettled {

    /** The account, for example {@code PAPER-001}. */
    String account();

    @Override
    default String key() {
        return account();
    }
}
