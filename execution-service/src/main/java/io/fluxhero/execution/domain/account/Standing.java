package io.fluxhero.execution.domain.account;

import io.fluxhero.execution.domain.bar.Lockstep;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an account has come.
 *
 * @param reportCursor sequence of the last report of the broker that was taken in, 0 before the first
 * @param openingCash money at the broker before the first execution of ours, absent before the first comparison
 * @param marketTime when the last settled bar was complete, absent before the first
 */
public record Standing(
        Lockstep lockstep,
        long reportCursor,
        @Nullable BigDecimal openingCash,
        @Nullable Instant marketTime) {

    /** A new account. */
    public static final Standing START = new Standing(Lockstep.START, 0, null, null);

    public Standing with(Lockstep next) {
        return new Standing(next, reportCursor, openingCash, marketTime);
    }

    public Standing readUpTo(long sequence) {
        return new Standing(lockstep, sequence, openingCash, marketTime);
    }

    public Standing openedWith(BigDecimal cash) {
        return new Standing(lockstep, reportCursor, cash, marketTime);
    }

    public Standing marketAt(Instant closedAt) {
        boolean later = marketTime == null || closedAt.isAfter(marketTime);
        return later ? new Standing(lockstep, reportCursor, openingCash, closedAt) : this;
    }
}
