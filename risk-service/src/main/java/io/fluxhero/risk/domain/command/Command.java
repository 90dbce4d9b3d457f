package io.fluxhero.risk.domain.command;

import org.jspecify.annotations.Nullable;

/**
 * A privileged act that a person orders.
 *
 * @param symbol one instrument, {@code null} means all
 * @param flatten whether positions are closed at market too
 * @param idempotencyKey the caller's name for this request: it acts once, however often it is sent
 * @param correlationId what the messages that follow from it carry
 */
public record Command(
        Action action,
        String requestedBy,
        String reason,
        @Nullable String symbol,
        boolean flatten,
        @Nullable String idempotencyKey,
        String correlationId) {

    /** What is to be done. */
    public enum Action {
        HALT,
        RESUME,
        CLOSE
    }

    /** All that makes two requests the same, as text. */
    public String fingerprint() {
        return Digest.of(action, requestedBy, reason, symbol == null ? "" : symbol, flatten);
    }
}
