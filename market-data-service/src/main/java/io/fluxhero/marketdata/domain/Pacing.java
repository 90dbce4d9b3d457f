package io.fluxhero.marketdata.domain;

import java.time.Duration;
import java.time.Instant;

/** When the next bar is due. What was missed for longer than a moment is not hurried after. */
public final class Pacing {

    private static final Duration FORGIVEN = Duration.ofSeconds(2);
    private static final double NANOS = 1e9;

    private final Speed speed;
    private Instant origin;
    private long done;

    /** The first bar is due at {@code start}. */
    public Pacing(Speed speed, Instant start) {
        this.speed = speed;
        this.origin = start;
    }

    /** How many steps are due now, at most {@code most}. */
    public int due(Instant now, int most) {
        if (speed.barsPerSecond().isEmpty()) {
            return most;
        }
        if (Duration.between(dueAt(done), now).compareTo(FORGIVEN) > 0) {
            origin = now;
            done = 0;
        }
        double elapsed = Duration.between(origin, now).toNanos() / NANOS;
        long due = (long) Math.floor(elapsed * speed.barsPerSecond().getAsDouble() + 1e-9) + 1 - done;
        return Math.clamp(due, 0, most);
    }

    /** Counts steps that were published. */
    public void did(int steps) {
        done += steps;
    }

    /** How long until the next step is due; not negative. */
    public Duration untilNext(Instant now) {
        Duration wait = Duration.between(now, dueAt(done));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Instant dueAt(long step) {
        if (speed.barsPerSecond().isEmpty()) {
            return origin;
        }
        return origin.plusNanos(
                (long) Math.ceil(step * NANOS / speed.barsPerSecond().getAsDouble()));
    }
}
