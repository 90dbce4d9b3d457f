package io.fluxhero.marketdata.domain;

import java.time.Duration;

/**
 * How long to wait before the next attempt: the base, then twice as long each time, never above the cap.
 *
 * @param base wait after the first failure
 * @param cap longest wait
 */
public record Backoff(Duration base, Duration cap) {

    private static final int MAX_DOUBLINGS = 30;

    /** Wait after this many failures, from 1 on. */
    public Duration after(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing to wait for after " + failures + " failures");
        }
        Duration wait = base.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return wait.compareTo(cap) > 0 ? cap : wait;
    }
}
