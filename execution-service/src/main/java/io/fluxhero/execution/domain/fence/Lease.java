package io.fluxhero.execution.domain.fence;

import java.time.Instant;

/**
 * Leave to open positions, for a short while.
 *
 * @param epoch of the account at risk when it was given
 */
public record Lease(long epoch, Instant until) {

    /** Leave that was never given. */
    public static final Lease NONE = new Lease(0, Instant.MIN);

    public boolean isValidAt(Instant now) {
        return now.isBefore(until);
    }
}
