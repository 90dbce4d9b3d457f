package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * The trailing stop ratchets: from the next bar on the position is protected here.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param symbol the instrument
 * @param entryOrderId entry whose position is protected
 * @param barTime open time of the bar that this follows from
 * @param stopPrice new stop; never looser than the one before
 */
public record ProtectiveStopMoved(
        Meta meta, String account, String symbol, String entryOrderId, Instant barTime, BigDecimal stopPrice)
        implements OrderMessage {

    public ProtectiveStopMoved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(entryOrderId, "entryOrderId");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(stopPrice, "stopPrice");
    }
}
