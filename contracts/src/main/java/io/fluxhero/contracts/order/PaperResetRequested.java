package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Let a flat paper account begin anew: its cash is moved to this much, on the record. A person said so.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param movementId the movement of cash that follows: one id is booked once
 * @param cash money that the account has afterwards, above 0
 * @param reason as given by the person
 * @param requestedBy the person
 */
public record PaperResetRequested(
        Meta meta, String account, String movementId, BigDecimal cash, String reason, String requestedBy)
        implements OrderMessage {

    public PaperResetRequested {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(movementId, "movementId");
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
