package io.fluxhero.gateway.http;

import java.util.List;
import java.util.regex.Pattern;

/** Paths as templates, so that a metric has few labels whatever clients ask for. */
final class Routes {
    static final String OTHER = "other";

    private static final List<Pattern> WITH_IDS = List.of(
            Pattern.compile("(/api/trades/)[^/]+()"),
            Pattern.compile("(/api/signals/)[^/]+()"),
            Pattern.compile("(/api/backtest/(?:results|running)/)[^/]+()"),
            Pattern.compile("(/api/positions/)[^/]+(/close)"));

    private Routes() {}

    static String templateOf(String path, int status) {
        if (status == 404 || status == 405) {
            return OTHER;
        }
        if (path.startsWith("/docs")) {
            return "/docs";
        }
        for (Pattern pattern : WITH_IDS) {
            if (pattern.matcher(path).matches()) {
                return pattern.matcher(path).replaceAll("$1{id}$2");
            }
        }
        return path;
    }
}
