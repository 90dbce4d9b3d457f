package io.fluxhero.risk.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it; {@code field} names the part of the request that is wrong, {@code figures} the limits that
 * were missed, {@code checklist} what must be so first.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("correlationId") String correlationId,
        @Nullable String field,
        @Nullable Map<String, BigDecimal> figures,
        @Nullable List<CheckItem> checklist) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Response of(int status, String code, String detail, @Nullable String field) {
        return of(status, code, detail, field, null, null);
    }

    /** What was not done, with the figures or the checklist that say why. */
    static Response of(int status, String code, CommandOutcome outcome) {
        return of(
                status,
                code,
                outcome.detail(),
                null,
                outcome.figures().isEmpty() ? null : outcome.figures(),
                outcome.checklist().isEmpty() ? null : outcome.checklist());
    }

    private static Response of(
            int status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable Map<String, BigDecimal> figures,
            @Nullable List<CheckItem> checklist) {
        Problem problem = new Problem(
                "urn:fluxhero:problem:" + code,
                Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' '),
                status,
                detail,
                code,
                Objects.toString(MDC.get(Correlation.KEY), ""),
                field,
                figures,
                checklist);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
