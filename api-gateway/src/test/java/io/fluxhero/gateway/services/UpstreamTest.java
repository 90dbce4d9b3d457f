package io.fluxhero.gateway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.fluxhero.gateway.api.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private HttpServer server;
    private final AtomicReference<String> lastKey = new AtomicReference<>();
    private final AtomicReference<String> lastAuthorization = new AtomicReference<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passes_problems_through_and_names_the_service() {
        answer(404, "{\"code\":\"no-position\",\"detail\":\"no position in SPX\",\"field\":\"symbol\",\"status\":404}");

        Problem problem = problem();

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("no-position");
        assertThat(problem.type()).isEqualTo("urn:fluxhero:problem:no-position");
        assertThat(problem.field()).isEqualTo("symbol");
        assertThat(problem.service()).isEqualTo("risk-service");
    }

    @Test
    void turns_a_failing_service_into_a_bad_gateway() {
        answer(500, "java.lang.NullPointerException at Secret.java:12");

        Problem problem = problem();

        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.code()).isEqualTo("service-failed");
        assertThat(problem.detail()).doesNotContain("NullPointerException");
    }

    @Test
    void hides_that_its_own_credentials_were_refused() {
        answer(401, "");

        assertThat(problem().status()).isEqualTo(502);
        assertThat(problem().code()).isEqualTo("service-refused");
    }

    @Test
    void says_so_when_an_answer_is_not_json() {
        answer(200, "<html>");

        assertThat(problem().code()).isEqualTo("service-unreadable");
    }

    @Test
    void says_which_service_is_away() {
        int port = server.getAddress().getPort();
        server.stop(0);

        Problem problem = catchThrowableOfType(
                        UpstreamProblem.class, () -> upstream(port).get("/x", null, type()))
                .problem();

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("service-unavailable");
        assertThat(problem.detail()).contains("risk-service");
    }

    @Test
    void carries_the_credentials_and_the_idempotency_key() {
        answer(200, "{\"status\":\"accepted\"}");

        Map<String, Object> answer = upstream(server.getAddress().getPort())
                .post("/x", Map.of("a", 1), new Command("bearer", "TRADER", "req-12345678", "key-1", null), type());

        assertThat(answer).containsEntry("status", "accepted");
        assertThat(lastKey.get()).isEqualTo("key-1");
        assertThat(lastAuthorization.get()).isEqualTo("Basic abc");
    }

    private Problem problem() {
        return catchThrowableOfType(
                        UpstreamProblem.class,
                        () -> upstream(server.getAddress().getPort()).get("/x", null, type()))
                .problem();
    }

    private static TypeReference<Map<String, Object>> type() {
        return new TypeReference<>() {};
    }

    private static Upstream upstream(int port) {
        return new Upstream(
                Service.RISK,
                URI.create("http://127.0.0.1:" + port),
                "Basic abc",
                Duration.ofSeconds(5),
                HttpClient.newHttpClient(),
                new ObjectMapper());
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            lastKey.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            lastAuthorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
