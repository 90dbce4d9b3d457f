package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.risk.AccountState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account between two events.
 *
 * @param revision how often it has changed
 * @param decidedUpTo newest bar time that was decided, {@code null} before the first
 */
public record Account(
        String name,
        AccountState state,
        long revision,
        @Nullable Instant decidedUpTo) {

    /** The same account after an event. */
    public Account with(AccountState next) {
        return new Account(name, next, revision + 1, decidedUpTo);
    }

    /** The same account after a bar time was decided. */
    public Account decided(Instant barTime, AccountState next) {
        return new Account(name, next, revision + 1, barTime);
    }

    /** Whether {@code barTime} lies behind: what arrives for it now comes too late. */
    public boolean hasDecided(Instant barTime) {
        return decidedUpTo != null && !barTime.isAfter(decidedUpTo);
    }
}
