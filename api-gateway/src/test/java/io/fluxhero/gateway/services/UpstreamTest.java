package io.fluxhero.gateway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.fluxhero.gateway.api.BacktestRun;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.WalkForwardResult;
import io.fluxhero.gateway.http.WireForm;
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
    private final AtomicReference<String> lastMethod = new AtomicReference<>();
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

    @Test
    void reads_a_stored_run_in_the_form_that_it_names() {
        ObjectMapper json = WireForm.of(new ObjectMapper());
        answer(
                200,
                "{\"kind\":\"WALK_FORWARD\",\"run_id\":\"run-1\",\"total_windows\":9,\"combined_equity_curve\":[100]}");

        BacktestRun run = upstream(server.getAddress().getPort(), json).get("/x", null, new TypeReference<>() {});

        assertThat(run).isInstanceOfSatisfying(WalkForwardResult.class, answer -> {
            assertThat(answer.totalWindows()).isEqualTo(9);
            assertThat(answer.windowResults()).isEmpty();
        });
        assertThat(json.valueToTree(run).path("kind").textValue()).isEqualTo("WALK_FORWARD");
    }

    @Test
    void cancels_with_the_identity_of_the_command() {
        answer(200, "{\"run_id\":\"run-1\"}");

        Map<String, Object> answer = upstream(server.getAddress().getPort())
                .delete("/x", new Command("bearer", "TRADER", "req-12345678", "key-1", null), type());

        assertThat(answer).containsEntry("run_id", "run-1");
        assertThat(lastMethod.get()).isEqualTo("DELETE");
        assertThat(lastKey.get()).isEqualTo("key-1");
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
        return upstream(port, new ObjectMapper());
    }

    private static Upstream upstream(int port, ObjectMapper json) {
        return new Upstream(
                Service.RISK,
                URI.create("http://127.0.0.1:" + port),
                "Basic abc",
                Duration.ofSeconds(5),
                HttpClient.newHttpClient(),
                json);
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            lastMethod.set(exchange.getRequestMethod());
            lastKey.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            lastAuthorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
