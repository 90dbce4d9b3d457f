package io.fluxhero.risk.domain.record;

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

    /** What became of it. */
    public enum Outcome {
        APPROVED,
        DENIED,
        IGNORED
    }
}
