package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details. code is stable and listed in docs/problems.md; field names the bad input, figures the limits
 * that an order missed, checklist what must be so first.
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String code,
        @JsonProperty("correlationId") @Nullable String correlationId,
        @Nullable String field,
        @Nullable String service,
        @Nullable Map<String, BigDecimal> figures,
        @Nullable List<CheckItem> checklist) {}
