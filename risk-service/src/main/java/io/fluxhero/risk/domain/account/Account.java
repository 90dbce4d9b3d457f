package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.TradingStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The account between two events.
 *
 * @param revision how often it has changed
 * @param decidedUpTo newest bar time that was decided, {@code null} before the first
 * @param latch how often trading was stopped or allowed again
 */
public record Account(
        String name,
        AccountState state,
        long revision,
        @Nullable Instant decidedUpTo,
        Latch latch) {

    private static final String DAILY_LOSS = "DAILY_LOSS";

    /** A new account, in its first epoch. */
    public static Account opened(String name, AccountState state) {
        return new Account(name, state, 0, null, Latch.first().restarted());
    }

    /** The same account after an event. */
    public Account with(AccountState next, Change change) {
        return new Account(name, next, revision + 1, decidedUpTo, latchAfter(next, change));
    }

    /** The same account after {@code barTime} was decided. */
    public Account decided(Instant barTime, AccountState next, Change change) {
        return new Account(name, next, revision + 1, barTime, latchAfter(next, change));
    }

    /** The same account as the service starts: its epoch is newer than all before. */
    public Account restarted() {
        return new Account(name, state, revision + 1, decidedUpTo, latch.restarted());
    }

    /** The same account, its epoch not older than one that was seen elsewhere. */
    public Account seen(long epoch) {
        return new Account(name, state, revision + 1, decidedUpTo, latch.seen(epoch));
    }

    private Latch latchAfter(AccountState next, Change change) {
        boolean stops = next.status() == TradingStatus.DISABLED;
        if (stops && !(isHalted() && Objects.equals(next.haltTrigger(), state.haltTrigger()))) {
            return latch.closed(change.at(), change.by());
        }
        if (!stops && isHalted()) {
            return change.isReset() ? latch.reset() : latch.opened();
        }
        return latch;
    }

    /** Whether new positions are forbidden. */
    public boolean isHalted() {
        return state.status() == TradingStatus.DISABLED;
    }

    /** Whether they stay forbidden until a person allows them; the loss of a day is forgotten in the next session. */
    public boolean isLatched() {
        return isHalted() && !DAILY_LOSS.equals(state.haltTrigger());
    }

    /** Whether {@code barTime} lies behind: what arrives for it now comes too late. */
    public boolean hasDecided(Instant barTime) {
        return decidedUpTo != null && !barTime.isAfter(decidedUpTo);
    }

    /**
     * What may stop trading or allow it again.
     *
     * @param by who or what
     * @param isReset whether a person allows trading again
     */
    public record Change(Instant at, String by, boolean isReset) {

        /** Anything but a reset. */
        public static Change of(Instant at, String by) {
            return new Change(at, by, false);
        }
    }
}
