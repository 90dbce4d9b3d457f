package io.fluxhero.execution.domain.account;

import io.fluxhero.execution.domain.bar.Lockstep;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far an account has come.
 *
 * @param reportCursor sequence of the last report of the broker that was taken in, 0 before the first
 * @param openingCash money at the broker before the first execution of ours, absent before the first comparison
 */
public record Standing(
        Lockstep lockstep, long reportCursor, @Nullable BigDecimal openingCash) {

    /** A new account. */
    public static final Standing START = new Standing(Lockstep.START, 0, null);

    public Standing with(Lockstep next) {
        return new Standing(next, reportCursor, openingCash);
    }

    public Standing readUpTo(long sequence) {
        return new Standing(lockstep, sequence, openingCash);
    }

    public Standing openedWith(BigDecimal cash) {
        return new Standing(lockstep, reportCursor, cash);
    }
}
