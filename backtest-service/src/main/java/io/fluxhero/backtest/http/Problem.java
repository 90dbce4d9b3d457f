package io.fluxhero.backtest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 has it; {@code field} names the part of the request that is wrong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("correlationId") String correlationId,
        @Nullable String field) {

    static Response of(int status, String code, String detail, @Nullable String field) {
        Response.Status known = Response.Status.fromStatusCode(status);
        Problem problem = new Problem(
                "urn:fluxhero:problem:" + code,
                known == null ? "Error" : known.getReasonPhrase(),
                status,
                detail,
                code,
                Objects.toString(MDC.get(Correlation.KEY), ""),
                field);
        return Response.status(status)
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}
