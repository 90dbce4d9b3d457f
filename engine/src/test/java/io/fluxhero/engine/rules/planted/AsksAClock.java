package io.fluxhero.engine.rules.planted;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** No offender: the clock and the seed are given. */
public final class AsksAClock {

    private final Clock clock;
    private final Random random;

    public AsksAClock(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    public Instant when() {
        return Instant.now(clock).plusMillis(random.nextInt(6));
    }
}
