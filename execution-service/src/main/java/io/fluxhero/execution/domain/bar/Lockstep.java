package io.fluxhero.execution.domain.bar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lock-step of market and risk: a later bar passes only once everything that follows from the bars before it has
 * been decided. So the orders of bar N always meet bar N+1, whatever arrives first.
 *
 * @param settled latest bar time that the market has processed, absent before the first
 * @param decided latest bar time that risk has decided, absent before the first
 */
public record Lockstep(@Nullable Instant settled, @Nullable Instant decided) {

    /** Before the first bar. */
    public static final Lockstep START = new Lockstep(null, null);

    /** Latest bar time that may pass now. */
    public Instant horizon() {
        Instant last = settled;
        if (last == null) {
            return Instant.MAX;
        }
        return decided != null && !decided.isBefore(last) ? Instant.MAX : last;
    }

    /** Risk has decided everything up to this bar time. */
    public Lockstep decidedUpTo(Instant barTime) {
        return new Lockstep(settled, later(decided, barTime));
    }

    /** The market has processed the bars of this time. */
    public Lockstep settledAt(Instant barTime) {
        return new Lockstep(later(settled, barTime), decided);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
