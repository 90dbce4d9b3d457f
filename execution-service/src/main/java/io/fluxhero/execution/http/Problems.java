package io.fluxhero.execution.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem+json; only what is our own fault is logged. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response on(BadParameter bad) {
        return Problem.of(
                Response.Status.BAD_REQUEST,
                "invalid-request",
                Objects.toString(bad.getMessage(), "not usable"),
                bad.field());
    }

    @ServerExceptionMapper
    public Response on(WebApplicationException refused) {
        Response.Status status =
                Response.Status.fromStatusCode(refused.getResponse().getStatus());
        Response.Status known = status == null ? Response.Status.INTERNAL_SERVER_ERROR : status;
        String code = known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.of(known, code, Objects.toString(refused.getMessage(), known.getReasonPhrase()), null);
    }

    @ServerExceptionMapper
    public Response on(RuntimeException fault) {
        LOG.errorf(fault, "request.failed");
        return Problem.of(
                Response.Status.INTERNAL_SERVER_ERROR, "internal-error", "the request failed; the log says why", null);
    }
}
