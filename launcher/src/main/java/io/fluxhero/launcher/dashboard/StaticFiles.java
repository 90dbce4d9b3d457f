package io.fluxhero.launcher.dashboard;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of the built dashboard; a path that is no file belongs to the application's own routes. */
final class StaticFiles {

    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " connect-src 'self' ws://localhost:* ws://127.0.0.1:*; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final Path dist;

    StaticFiles(Path dist) {
        this.dist = dist.toAbsolutePath().normalize();
    }

    @SuppressWarnings("ReferenceEquality")
    void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        secure(response);
        Optional<Path> file = resolve(request.path());
        if (file.isEmpty()) {
            boolean built = Files.exists(dist.resolve("index.html"));
            response.setStatusCode(built ? 404 : 503)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(built ? "Not found\n" : "The dashboard is not built: run ./fluxhero up.\n");
            return;
        }
        // Names of built assets carry a hash of their content; the page that names them does not.
        boolean hashed = request.path().startsWith("/assets/");
        response.putHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
            return;
        }
        response.sendFile(file.get().toString())
                .onFailure(failure -> request.connection().close());
    }

    /** The file for {@code path}: itself, or the start page for a route; nothing for a missing asset. */
    Optional<Path> resolve(String path) {
        Path wanted = dist.resolve(path.substring(1)).normalize();
        if (!wanted.startsWith(dist)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(wanted)) {
            return Optional.of(wanted);
        }
        boolean looksLikeFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
        Path start = dist.resolve("index.html");
        return looksLikeFile || !Files.isRegularFile(start) ? Optional.empty() : Optional.of(start);
    }

    static void secure(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
