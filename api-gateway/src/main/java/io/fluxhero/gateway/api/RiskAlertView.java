package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person should know about safety. */
public record RiskAlertView(
        String id,
        String type,
        @JsonAlias("occurred_at") Instant time,
        String severity,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        @Nullable String correlationId) {}
