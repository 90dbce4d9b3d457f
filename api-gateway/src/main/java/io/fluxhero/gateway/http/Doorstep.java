package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Problems;
import io.fluxhero.gateway.limit.Limits;
import io.fluxhero.gateway.limit.SlidingWindow;
import io.fluxhero.gateway.state.Vitals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** What happens to every request before anyone looks at it: identity, security headers, size, lock-out, rate. */
@Singleton
class Doorstep {
    static final long MAX_BODY = 1_048_576;

    private static final int FIRST = 500;
    private static final int AFTER_CORS = 250;
    private static final Set<String> UNCOUNTED = Set.of("/", "/health", "/metrics", "/openapi.json", "/openapi");

    private final Limits limits;
    private final Vitals vitals;
    private final ProblemReply problems;
    private final Metrics metrics;
    private final InstantSource clock;

    Doorstep(Limits limits, Vitals vitals, ProblemReply problems, Metrics metrics, InstantSource clock) {
        this.limits = limits;
        this.vitals = vitals;
        this.problems = problems;
        this.metrics = metrics;
        this.clock = clock;
    }

    void hang(@Observes Filters filters) {
        filters.register(this::greet, FIRST);
        filters.register(this::admit, AFTER_CORS);
    }

    void lastly(@Observes Router router) {
        router.route()
                .last()
                .handler(request -> problems.end(
                        request,
                        Problems.of(404, "nothing here: " + request.request().path())));
    }

    private void greet(RoutingContext request) {
        vitals.request();
        request.request().headers().set(Limits.CLIENT_HEADER, clientOf(request));
        Instant began = clock.instant();
        HttpServerResponse response = request.response();
        response.putHeader(RequestIds.HEADER, RequestIds.of(request))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Content-Security-Policy", policyFor(request.request().path()));
        if (request.request().path().startsWith("/api/")) {
            response.putHeader("Cache-Control", "no-store");
        }
        request.addHeadersEndHandler(_ -> response.putHeader(
                "X-Process-Time",
                Long.toString(Duration.between(began, clock.instant()).toMillis())));
        request.addEndHandler(_ -> metrics.answered(
                request.request().path(), response.getStatusCode(), Duration.between(began, clock.instant())));
        request.next();
    }

    private void admit(RoutingContext request) {
        String path = request.request().path();
        if (bodyOf(request) > MAX_BODY) {
            request.response().putHeader("Connection", "close");
            request.addEndHandler(_ -> request.request().connection().close());
            problems.end(request, Problems.of(413, "the body may have at most " + MAX_BODY + " bytes"));
            return;
        }
        if (UNCOUNTED.contains(path) || path.startsWith("/docs") || path.startsWith("/q/")) {
            request.next();
            return;
        }
        String client = clientOf(request);
        SlidingWindow.Answer lockOut = limits.lockOut(client);
        if (!lockOut.admitted()) {
            refuse(request, lockOut, "locked-out", "too many wrong tokens from this address");
            return;
        }
        SlidingWindow.Answer rate = limits.request(client, path);
        request.response()
                .putHeader("X-RateLimit-Limit", Integer.toString(rate.limit()))
                .putHeader("X-RateLimit-Remaining", Integer.toString(rate.remaining()))
                .putHeader("X-RateLimit-Reset", Long.toString(rate.seconds()));
        if (rate.admitted()) {
            request.next();
        } else {
            refuse(request, rate, "rate-limited", "at most " + rate.limit() + " requests per window");
        }
    }

    private void refuse(RoutingContext request, SlidingWindow.Answer answer, String code, String detail) {
        request.response().putHeader("Retry-After", Long.toString(answer.seconds()));
        problems.end(request, Problems.of(429, code, detail));
    }

    private String clientOf(RoutingContext request) {
        return limits.clientOf(
                request.request().remoteAddress().hostAddress(),
                request.request().getHeader("X-Forwarded-For"));
    }

    private static long bodyOf(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String policyFor(String path) {
        return path.startsWith("/docs")
                ? "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
                : "default-src 'none'; frame-ancestors 'none'";
    }
}
