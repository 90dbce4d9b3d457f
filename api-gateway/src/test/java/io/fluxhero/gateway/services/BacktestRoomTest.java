package io.fluxhero.gateway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.RunProgress;
import io.fluxhero.gateway.http.WireForm;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacktestRoomTest {
    private static final String RUN = """
            {"kind":"BACKTEST","request_id":"person-0001","run_id":null,"symbol":"SPX","started_at":
            "2026-01-05T15:00:00Z","state":"%s","done":5000,"total":0,"seconds_left":null}""";
    private static final Command ANN = new Command("ann b&c", "TRADER", "req-12345678", "key-1", null);

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

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
    void shows_a_run_before_it_has_an_id() {
        answer(200, "{\"running\":[" + RUN.formatted("FETCHING") + "]}");

        RunProgress run = room().running().running().getFirst();

        assertThat(run.requestId()).isEqualTo("person-0001");
        assertThat(run.runId()).isNull();
        assertThat(run.state()).isEqualTo("FETCHING");
        assertThat(run.done()).isEqualTo(5000);
    }

    @Test
    void says_who_cancels() {
        answer(200, RUN.formatted("CANCELLED"));

        assertThat(room().cancel("person-0001", ANN).state()).isEqualTo("CANCELLED");

        assertThat(asked)
                .containsExactly(
                        "DELETE /internal/backtest/running/person-0001?requested_by=ann+b%26c&role=TRADER req-12345678");
    }

    @Test
    void passes_on_why_a_run_cannot_be_cancelled() {
        answer(409, "{\"code\":\"run-ended\",\"detail\":\"the run has ended\",\"field\":\"run_id\"}");

        Problem problem = catchThrowableOfType(UpstreamProblem.class, () -> room().cancel("run-1", ANN))
                .problem();

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("run-ended");
        assertThat(problem.service()).isEqualTo("backtest-service");
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Request-ID"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private BacktestRoom room() {
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        SmallRyeConfigBuilder settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(GatewayConfig.class);
        for (String service : List.of("market-data", "signal", "risk", "execution", "backtest")) {
            settings.withDefaultValue("fluxhero.gateway.services." + service + "-url", here);
        }
        GatewayConfig config = settings.withDefaultValue("fluxhero.gateway.services.secret", "secret")
                .build()
                .getConfigMapping(GatewayConfig.class);
        return new BacktestRoom(
                new Upstreams(config, WireForm.of(new ObjectMapper().registerModule(new JavaTimeModule()))));
    }
}
