package io.fluxhero.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What may still be on its way to the broker. An order that was sent and not answered can arrive after the broker has
 * denied that it has it; only one that was sent long ago and is not there will never be.
 */
@ApplicationScoped
public class Sendings {

    /**
     * A call to the broker lasts 7 s at most: 2 s to connect, 5 s for the answer. What the network holds longer than
     * that, and clocks that are put right meanwhile, have 5 s more.
     */
    static final Duration LONGEST_WAY = Duration.ofSeconds(12);

    private final InstantSource clock;
    private final Map<String, Instant> unanswered = new ConcurrentHashMap<>();

    public Sendings(InstantSource clock) {
        this.clock = clock;
    }

    /** It was sent just now, and there was no answer. */
    void unanswered(String clientOrderId) {
        unanswered.put(clientOrderId, clock.instant());
    }

    /** What became of it is known. */
    void settled(String clientOrderId) {
        unanswered.remove(clientOrderId);
    }

    /**
     * Whether it may reach the broker yet. Of one that an earlier process sent nobody knows when that was: it counts from
     * the first time that this is asked.
     */
    public boolean mayArrive(String clientOrderId) {
        Instant now = clock.instant();
        return now.isBefore(unanswered.computeIfAbsent(clientOrderId, _ -> now).plus(LONGEST_WAY));
    }

    /** Whether it was sent, or asked about, and nobody knows what became of it. */
    boolean isOpen(String clientOrderId) {
        return unanswered.containsKey(clientOrderId);
    }
}
