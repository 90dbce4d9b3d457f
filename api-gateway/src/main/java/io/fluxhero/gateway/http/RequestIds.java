package io.fluxhero.gateway.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The correlation of a request: the client's own X-Request-ID where it is a decent one, else ours. */
final class RequestIds {
    static final String HEADER = "X-Request-ID";

    private static final String KEPT_AS = "fluxhero.request-id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private RequestIds() {}

    static String of(RoutingContext request) {
        String known = request.get(KEPT_AS);
        if (known != null) {
            return known;
        }
        String chosen = choose(request.request().getHeader(HEADER));
        request.put(KEPT_AS, chosen);
        return chosen;
    }

    static String choose(@Nullable String offered) {
        return offered != null && DECENT.matcher(offered).matches() ? offered : "req-" + UUID.randomUUID();
    }
}
