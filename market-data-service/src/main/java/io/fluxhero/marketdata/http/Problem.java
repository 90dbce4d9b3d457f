package io.fluxhero.marketdata.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type stable name
 * @param title in short
 * @param status HTTP status
 * @param detail in words, with the value that was refused
 * @param code last part of the type
 * @param correlationId to find it in the log
 * @param field parameter at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("correlationId") String correlationId,
        @Nullable String field) {}
