package io.fluxhero.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** At most so many hits of one key within a window that slides: no burst at the edge of a minute. */
public final class SlidingWindow {
    private static final int KEYS_KEPT = 10_000;

    private final int limit;
    private final Duration window;
    private final Map<String, Deque<Instant>> hits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEYS_KEPT;
        }
    };

    public SlidingWindow(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    /** Counts a hit where there is room; a refused hit does not count. */
    public synchronized Answer hit(String key, Instant now) {
        Deque<Instant> recent = recent(key, now);
        if (recent.size() >= limit) {
            return new Answer(false, limit, 0, untilRoom(recent, now));
        }
        recent.addLast(now);
        return new Answer(true, limit, limit - recent.size(), untilRoom(recent, now));
    }

    /** What {@link #hit} would say, without counting. */
    public synchronized Answer peek(String key, Instant now) {
        Deque<Instant> recent = recent(key, now);
        return new Answer(recent.size() < limit, limit, limit - recent.size(), untilRoom(recent, now));
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> recent = hits.computeIfAbsent(key, k -> new ArrayDeque<>());
        Instant horizon = now.minus(window);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(horizon)) {
            recent.removeFirst();
        }
        return recent;
    }

    private Duration untilRoom(Deque<Instant> recent, Instant now) {
        return recent.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, recent.getFirst().plus(window));
    }

    /**
     * Whether there was room.
     *
     * @param admitted whether this hit may pass
     * @param limit hits per window
     * @param remaining hits left now
     * @param untilRoom until the oldest hit leaves the window
     */
    public record Answer(boolean admitted, int limit, int remaining, Duration untilRoom) {
        /** Whole seconds, rounded up, at least 1: what {@code Retry-After} says. */
        public long seconds() {
            return Math.max(1, (untilRoom.toMillis() + 999) / 1000);
        }
    }
}
