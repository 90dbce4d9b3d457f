package io.fluxhero.contracts;

import java.time.Instant;
import java.util.Objects;

/**
 * What every message begins with.
 *
 * @param messageId identity of this message, derived from its inputs ({@link Ids}), so that a repeat is recognisable
 * @param correlationId identity of the candle or the person's request that caused it; the same from candle to fill
 * @param occurredAt event time in UTC: when the fact became true, not when it was sent
 */
public record Meta(String messageId, String correlationId, Instant occurredAt) {

    public Meta {
        if (Objects.requireNonNull(messageId, "messageId").isBlank()) {
            throw new IllegalArgumentException("messageId must not be blank");
        }
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
