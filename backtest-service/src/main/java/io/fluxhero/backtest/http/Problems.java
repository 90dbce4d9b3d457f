package io.fluxhero.backtest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fluxhero.backtest.domain.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem+json; only what is not the caller's fault is logged. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int INTERNAL = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    public Response on(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID_REQUEST -> problem(BAD_REQUEST, "invalid-request", refusal);
            case NOT_ENOUGH_BARS -> problem(BAD_REQUEST, "not-enough-bars", refusal);
            case UNKNOWN_SYMBOL -> problem(NOT_FOUND, "unknown-symbol", refusal);
            case TOO_MANY_BARS -> problem(UNPROCESSABLE, "too-many-bars", refusal);
            case TOO_MANY_RUNS -> problem(UNAVAILABLE, "too-many-runs", refusal);
            case RUN_AT_WORK -> problem(CONFLICT, "run-at-work", refusal);
            case RUN_CANCELLED -> problem(CONFLICT, "run-cancelled", refusal);
            case RUN_ENDED -> problem(CONFLICT, "run-ended", refusal);
            case RUN_TOO_LONG -> problem(UNPROCESSABLE, "run-too-long", refusal);
            case UNKNOWN_RUN -> problem(NOT_FOUND, "unknown-run", refusal);
            case MARKET_DATA_UNAVAILABLE -> {
                LOG.warnf(refusal, "backtest.refused code=market-data-unavailable");
                yield problem(BAD_GATEWAY, "market-data-unavailable", refusal);
            }
        };
    }

    private static Response problem(int status, String code, Refusal refusal) {
        return Problem.of(status, code, refusal.detail(), refusal.field());
    }

    @ServerExceptionMapper
    public Response on(JsonProcessingException unreadable) {
        return Problem.of(BAD_REQUEST, "invalid-request", "the body is not JSON", null);
    }

    @ServerExceptionMapper
    public Response on(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return on(unreadable);
        }
        int status = refused.getResponse().getStatus();
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return Problem.of(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason, null);
    }

    @ServerExceptionMapper
    public Response on(RuntimeException fault) {
        LOG.errorf(fault, "request.failed");
        return Problem.of(INTERNAL, "internal-error", "the request failed; the log says why", null);
    }
}
