package io.fluxhero.launcher.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long to wait before something dead is started again, and when to stop trying. */
final class Restarts {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int DOUBLINGS = 4;

    private final int mostPerMinute;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private int total;

    Restarts(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    int mostPerMinute() {
        return mostPerMinute;
    }

    /** The pause before the next start, doubling with each death of the last minute; nothing means to give up. */
    Optional<Duration> afterDeathAt(Instant now) {
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() >= mostPerMinute) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, recent.size()));
        recent.addLast(now);
        total++;
        return Optional.of(pause);
    }

    int total() {
        return total;
    }
}
