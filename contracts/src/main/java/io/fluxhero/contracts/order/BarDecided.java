package io.fluxhero.contracts.order;

import io.fluxhero.contracts.Meta;
import java.time.Instant;
import java.util.Objects;

/**
 * Decision watermark: every decision that follows from bars up to this time has been written before this message. A simulated broker processes no later bar until it has seen it.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param barTime open time of the bar that this follows from
 * @param waitedInVain whether the grace period ended the wait for a symbol that did not settle
 */
public record BarDecided(Meta meta, String account, Instant barTime, boolean waitedInVain) implements OrderMessage {

    public BarDecided {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(barTime, "barTime");
    }
}
