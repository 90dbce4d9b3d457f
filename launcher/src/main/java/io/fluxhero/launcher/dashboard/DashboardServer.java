package io.fluxhero.launcher.dashboard;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Serves the built dashboard, and passes the gateway's paths on to it, so that the browser sees one origin. */
public final class DashboardServer implements AutoCloseable {

    private static final List<String> GATEWAY_PATHS =
            List.of("/api", "/ws", "/health", "/metrics", "/docs", "/openapi", "/openapi.json");

    private final Vertx vertx;

    private DashboardServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Listens on the loopback address; {@code token} is handed to pages of this very origin only. */
    public static DashboardServer start(Path dist, int port, int gatewayPort, String token) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
        HttpProxy proxy = HttpProxy.reverseProxy(client).origin(gatewayPort, "127.0.0.1");
        StaticFiles files = new StaticFiles(dist);
        SessionDoor session = new SessionDoor(token);
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            if (isForGateway(request.path())) {
                proxy.handle(request);
            } else if (request.path().equals("/session")) {
                session.handle(request);
            } else if (isRead(request)) {
                files.handle(request);
            } else {
                request.response()
                        .setStatusCode(405)
                        .putHeader("Allow", "GET, HEAD")
                        .end();
            }
        });
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            throw new IllegalStateException("the dashboard could not listen on port " + port, e);
        }
        return new DashboardServer(vertx);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static boolean isForGateway(String path) {
        return GATEWAY_PATHS.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isRead(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    }
}
