package io.fluxhero.contracts.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** What risk decided. The only way an order comes to be, manual orders included. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderApproved.class, name = "order-approved"),
    @JsonSubTypes.Type(value = OrderDenied.class, name = "order-denied"),
    @JsonSubTypes.Type(value = OrderCancelRequested.class, name = "order-cancel-requested"),
    @JsonSubTypes.Type(value = ProtectiveStopMoved.class, name = "protective-stop-moved"),
    @JsonSubTypes.Type(value = FlattenRequested.class, name = "flatten-requested"),
    @JsonSubTypes.Type(value = PaperResetRequested.class, name = "paper-reset-requested"),
    @JsonSubTypes.Type(value = BarDecided.class, name = "bar-decided")
})
public sealed interface OrderMessage extends Message
        permits OrderApproved,
                OrderDenied,
                OrderCancelRequested,
                ProtectiveStopMoved,
                FlattenRequested,
                PaperResetRequested,
                BarDecided {

    /** The account, for example {@code PAPER-001}. */
    String account();

    @Override
    default String key() {
        return account();
    }
}
