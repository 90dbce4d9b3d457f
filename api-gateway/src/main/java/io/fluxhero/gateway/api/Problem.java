package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details. code is stable and listed in docs/problems.md; field names the bad input. */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String code,
        @JsonProperty("correlationId") @Nullable String correlationId,
        @Nullable String field,
        @Nullable String service) {}
