package io.fluxhero.backtest.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Ties log lines, messages and errors of one request together by the caller's id, or by one of ours. */
public class Correlation {

    static final String KEY = "correlationId";
    private static final String HEADER = "X-Request-ID";
    private static final int LONGEST = 100;

    /** The id of the request at hand. */
    static String current() {
        return String.valueOf(MDC.get(KEY));
    }

    @ServerRequestFilter
    public void on(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        boolean usable = given != null && !given.isBlank() && given.length() <= LONGEST;
        MDC.put(KEY, usable ? given : "req-" + UUID.randomUUID());
    }
}
