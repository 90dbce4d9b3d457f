package io.fluxhero.launcher.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long to wait before a dead service is started again, and when to stop trying. */
final class Restarts {

    static final int MOST_PER_MINUTE = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Deque<Instant> recent = new ArrayDeque<>();
    private int total;

    /** The pause before the next start, doubling with each death of the last minute; nothing means to give up. */
    Optional<Duration> afterDeathAt(Instant now) {
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST_PER_MINUTE) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << recent.size());
        recent.addLast(now);
        total++;
        return Optional.of(pause);
    }

    int total() {
        return total;
    }
}
