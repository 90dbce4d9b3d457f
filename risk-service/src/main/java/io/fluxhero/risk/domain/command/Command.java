package io.fluxhero.risk.domain.command;

import org.jspecify.annotations.Nullable;

/**
 * A privileged act that a person orders.
 *
 * @param by who orders it
 * @param symbol one instrument, {@code null} means all
 * @param details what else belongs to the request, as text: two requests that differ in it are not the same
 * @param idempotencyKey the caller's name for this request: it acts once, however often it is sent
 * @param correlationId what the messages that follow from it carry
 */
public record Command(
        Action action,
        Person by,
        String reason,
        @Nullable String symbol,
        String details,
        @Nullable String idempotencyKey,
        String correlationId) {

    /** What is to be done. */
    public enum Action {
        HALT,
        HALT_AND_CLOSE_ALL,
        RESUME,
        RESET_PAPER_ACCOUNT,
        CLOSE,
        ORDER,
        CANCEL,
        CANCEL_ALL
    }

    /**
     * Who orders it.
     *
     * @param role highest role in which the person may act
     */
    public record Person(String name, String role) {}

    /** Whether all positions are to be closed at once. */
    public boolean closesAll() {
        return action == Action.HALT_AND_CLOSE_ALL;
    }

    /** All that makes two requests the same, as text. */
    public String fingerprint() {
        return Digest.of(action, by.name(), reason, symbol == null ? "" : symbol, details);
    }
}
