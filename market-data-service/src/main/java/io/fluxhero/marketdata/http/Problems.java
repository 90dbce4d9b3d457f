package io.fluxhero.marketdata.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns failures into problem documents. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int SERVER_ERROR = 500;

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return problem(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()), refusal.field());
    }

    @ServerExceptionMapper
    public Response refusedByFramework(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        String code = status == 404 ? "not-found" : "http-" + status;
        return problem(status, code, String.valueOf(refusal.getMessage()), null);
    }

    @ServerExceptionMapper
    public Response failed(RuntimeException failure) {
        Response response = problem(SERVER_ERROR, "internal-error", "the service could not answer", null);
        LOG.errorf(failure, "request.failed problem=%s", response.getEntity());
        return response;
    }

    private static Response problem(int status, String code, String detail, @Nullable String field) {
        Problem problem = new Problem(
                "urn:fluxhero:problem:" + code,
                code.replace('-', ' '),
                status,
                detail,
                code,
                UUID.randomUUID().toString(),
                field);
        return Response.status(status)
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}
