package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What risk answered to a signal or a request, with the figures it looked at. outcome is APPROVED, DENIED, IGNORED, LATE or EXPIRED. */
public record RiskDecision(
        String id,
        Instant barTime,
        String symbol,
        @Nullable String signalId,
        @Nullable String orderId,
        String outcome,
        @Nullable String intent,
        String code,
        @Nullable String detail,
        Map<String, BigDecimal> figures,
        @Nullable String correlationId) {}
