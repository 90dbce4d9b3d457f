package io.fluxhero.signal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 says it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A parameter that cannot be. */
    static Refusal invalid(String field, String detail) {
        return new Refusal(of(Response.Status.BAD_REQUEST, "invalid-request", detail, field));
    }

    /** Something that is not there. */
    static Refusal notFound(String detail) {
        return new Refusal(of(Response.Status.NOT_FOUND, "not-found", detail, null));
    }

    private static Problem of(Response.Status status, String code, String detail, @Nullable String field) {
        return new Problem(
                "urn:fluxhero:problem:" + code, status.getReasonPhrase(), status.getStatusCode(), detail, code, field);
    }

    /** Ends a request with a problem. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
