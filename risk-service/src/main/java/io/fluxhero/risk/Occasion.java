package io.fluxhero.risk;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What decisions follow from.
 *
 * @param cause identity that message ids derive from: a bar, a fill or a request
 * @param barTime open time of the bar that they follow from
 * @param occurredAt event time
 * @param correlationId of the account as a whole
 * @param correlationOf of one symbol
 * @param person who ordered it, {@code null} where a rule did
 */
record Occasion(
        String cause,
        Instant barTime,
        Instant occurredAt,
        String correlationId,
        UnaryOperator<String> correlationOf,
        @Nullable Person person) {

    /**
     * Who ordered it.
     *
     * @param flattens whether all positions are to be closed
     */
    record Person(String name, String reason, boolean flattens) {}

    /** An occasion of one cause throughout. */
    static Occasion of(String cause, Instant barTime, Instant occurredAt, String correlationId) {
        return new Occasion(cause, barTime, occurredAt, correlationId, symbol -> correlationId, null);
    }
}
