package io.fluxhero.risk.domain.record;

import io.fluxhero.risk.domain.bar.ReceivedSignal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a signal or a request.
 *
 * @param id rising; 0 before it is stored
 * @param intent what the approved order is for
 * @param code {@code APPROVED}, or the stable reason for the denial
 * @param figures the values behind it, with the limits that they missed
 */
public record DecisionRecord(
        long id,
        Instant barTime,
        Outcome outcome,
        @Nullable String intent,
        String symbol,
        @Nullable String signalId,
        @Nullable String orderId,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        String correlationId) {

    /** A signal that came to nothing by itself; {@code detail} says why. */
    public static DecisionRecord without(ReceivedSignal signal, Outcome outcome, String detail) {
        return of(signal, outcome, outcome.name(), detail);
    }

    /** A signal that its bar was decided without. */
    public static DecisionRecord unlisted(ReceivedSignal signal) {
        return of(signal, Outcome.IGNORED, "UNLISTED", "no answer of the strategy to its bar had listed it");
    }

    private static DecisionRecord of(ReceivedSignal signal, Outcome outcome, String code, String detail) {
        return new DecisionRecord(
                0,
                signal.barTime(),
                outcome,
                null,
                signal.symbol(),
                signal.signalId(),
                null,
                code,
                detail,
                Map.of(),
                signal.correlationId());
    }

    /** What became of it. */
    public enum Outcome {
        APPROVED,
        DENIED,
        IGNORED,
        /** Its bar had been decided when it came. */
        LATE,
        /** Its bar was decided so late that an order could not have been sent in time. */
        EXPIRED
    }
}
