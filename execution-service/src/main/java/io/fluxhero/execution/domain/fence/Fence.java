package io.fluxhero.execution.domain.fence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept out. It only ever rises: word of an older epoch changes nothing, so that repeats, races and a risk that
 * was restored from a backup do no harm.
 *
 * @param minEpoch oldest epoch whose opening orders are sent
 * @param halted whether nothing may open at all
 * @param by who halted or reset it last, absent before the first time
 * @param at when
 */
public record Fence(
        long minEpoch,
        boolean halted,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Instant at) {

    /** Nothing is kept out. */
    public static final Fence OPEN = new Fence(0, false, null, null, null);

    /** The higher of the two; at the same epoch a halt outranks none. */
    public Fence raisedTo(Fence other) {
        boolean higher = other.minEpoch > minEpoch || (other.minEpoch == minEpoch && other.halted && !halted);
        return higher ? other : this;
    }
}
