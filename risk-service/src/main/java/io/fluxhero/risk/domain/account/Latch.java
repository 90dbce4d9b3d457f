package io.fluxhero.risk.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often trading was stopped or allowed again, and who stopped it.
 *
 * @param epoch rises with every halt, every reset and every start of the service, and never falls: an opening order of
 *     an older epoch is not to be submitted once execution was told of a newer one
 * @param resetEpoch epoch that the last reset by a person began, 0 before the first: halts that execution was told of
 *     before are over, later ones are not
 * @param haltedAt when trading was stopped, {@code null} while it is allowed
 * @param haltedBy who or what stopped it, {@code null} while trading is allowed
 */
public record Latch(
        long epoch,
        long resetEpoch,
        @Nullable Instant haltedAt,
        @Nullable String haltedBy) {

    /** Of an account that was never started. */
    static Latch first() {
        return new Latch(0, 0, null, null);
    }

    Latch closed(Instant at, String by) {
        return new Latch(epoch + 1, resetEpoch, at, by);
    }

    /** By itself, as a new session begins. */
    Latch opened() {
        return new Latch(epoch + 1, resetEpoch, null, null);
    }

    /** On a person's word. */
    Latch reset() {
        return new Latch(epoch + 1, epoch + 1, null, null);
    }

    /** The service starts. */
    Latch restarted() {
        return new Latch(epoch + 1, resetEpoch, haltedAt, haltedBy);
    }

    /** Another epoch was seen: ours is not older than it. */
    Latch seen(long other) {
        return other <= epoch ? this : new Latch(other, resetEpoch, haltedAt, haltedBy);
    }
}
