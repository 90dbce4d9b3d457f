package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Close positions at market and cancel what would open new ones: a person or the kill switch said so.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param symbol one instrument; absent means all
 * @param reason as given by the person or the trigger
 * @param requestedBy person or trigger
 */
public record FlattenRequested(
        Meta meta, String account, @Nullable String symbol, String reason, String requestedBy) implements OrderMessage {

    public FlattenRequested {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(requestedBy, "requestedBy");
    }
}
