package io.fluxhero.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.Problems;
import io.fluxhero.gateway.limit.Limits;
import io.fluxhero.gateway.services.UpstreamProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way of failing, as problem details. What a stranger must not read goes to the log under the request id. */
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;

    private final Limits limits;

    ProblemMappers(Limits limits) {
        this.limits = limits;
    }

    @ServerExceptionMapper
    public Response upstream(UpstreamProblem e, RoutingContext request) {
        return reply(e.problem(), request);
    }

    @ServerExceptionMapper
    public Response missingToken(UnauthorizedException e, RoutingContext request) {
        return challenge("a bearer token is needed", request);
    }

    @ServerExceptionMapper
    public Response wrongToken(AuthenticationFailedException e, RoutingContext request) {
        limits.wrongToken(limits.clientOf(
                request.request().remoteAddress().hostAddress(),
                request.request().getHeader("X-Forwarded-For")));
        return challenge("the bearer token is not valid", request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, RoutingContext request) {
        return reply(Problems.of(403, "the token does not carry the role for this"), request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, RoutingContext request) {
        return reply(BadInput.in(e), request);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e, RoutingContext request) {
        return reply(BadInput.in(e), request);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e, RoutingContext request) {
        return reply(BadInput.in(e), request);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return reply(BadInput.in(json), request);
        }
        int status = e.getResponse().getStatus();
        if (status == NOT_FOUND && e.getCause() instanceof IllegalArgumentException bad) {
            return reply(BadInput.in(bad, request.queryParams()), request);
        }
        return reply(Problems.of(status, sentenceFor(status)), request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, RoutingContext request) {
        LOG.errorf(
                e, "request.failed path=%s correlationId=%s", request.request().path(), RequestIds.of(request));
        return reply(Problems.of(500, "something went wrong here; the log knows it by the correlation id"), request);
    }

    private static Response challenge(String detail, RoutingContext request) {
        return Response.fromResponse(reply(Problems.of(UNAUTHORISED, detail), request))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    static Response reply(Problem problem, RoutingContext request) {
        return Response.status(problem.status())
                .type(Problems.MEDIA_TYPE)
                .entity(Problems.at(problem, request.request().path(), RequestIds.of(request)))
                .build();
    }

    private static String sentenceFor(int status) {
        return switch (status) {
            case 400 -> "the request cannot be read";
            case 404 -> "there is no such thing";
            case 405 -> "this path does not take that method";
            case 406 -> "answers are application/json";
            case 413 -> "the body is too large";
            case 415 -> "bodies are application/json";
            default -> "the request was refused";
        };
    }
}
