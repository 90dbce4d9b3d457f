package io.fluxhero.launcher.dashboard;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Hands the bearer token to the dashboard's own pages in a browser on this machine, and to nobody else. */
final class SessionDoor {

    private final String token;

    SessionDoor(String token) {
        this.token = token;
    }

    @SuppressWarnings("ReferenceEquality")
    void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        StaticFiles.secure(response);
        response.putHeader("Cache-Control", "no-store");
        boolean allowed = HttpMethod.GET.equals(request.method())
                && isOwnPage(
                        request.getHeader("Host"), request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"));
        if (allowed) {
            response.putHeader("Content-Type", "application/json")
                    .end(JsonObject.of("token", token).encode());
        } else {
            response.setStatusCode(403)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(JsonObject.of(
                                    "type", "urn:fluxhero:problem:foreign-origin",
                                    "title", "Forbidden",
                                    "status", 403,
                                    "code", "foreign-origin",
                                    "detail", "The token is for the dashboard's own pages on this machine.")
                            .encode());
        }
    }

    /** A name other than ours in Host means that a foreign page had its name rebound to this machine. */
    static boolean isOwnPage(@Nullable String host, @Nullable String origin, @Nullable String fetchSite) {
        if (host == null || !host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
            return false;
        }
        boolean sameOrigin = origin == null || origin.equals("http://" + host);
        boolean sameSite = fetchSite == null || fetchSite.equals("same-origin");
        return sameOrigin && sameSite;
    }
}
