package io.fluxhero.execution.domain.schedule;

import java.time.Duration;

/**
 * What becomes of a limit order that nobody takes: it is priced again after a while, a few times, and then abandoned
 * (domain specification h.3). Protective stops and targets are never chased.
 *
 * @param patience how long an order works before it is priced again
 * @param maxAttempts how often
 */
public record Chase(Duration patience, int maxAttempts) {

    /** After 60 s, three times. */
    public static final Chase DEFAULT = new Chase(Duration.ofSeconds(60), 3);

    /** What to do with an order that is not filled. */
    public enum Step {
        WAIT,
        CHASE,
        ABANDON
    }

    /**
     * The step to take.
     *
     * @param attempts how often it was priced again already
     * @param working since it was last submitted
     */
    public Step next(int attempts, Duration working) {
        if (working.compareTo(patience) < 0) {
            return Step.WAIT;
        }
        return attempts < maxAttempts ? Step.CHASE : Step.ABANDON;
    }
}
