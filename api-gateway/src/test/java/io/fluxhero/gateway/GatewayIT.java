package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.gateway.live.Messages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StandIns.class)
class GatewayIT {
    private static final String PROBLEM = "application/problem+json";
    private static final Path OPENAPI = Path.of("../contracts/openapi.yaml");

    @TestHTTPResource
    URI base;

    @Inject
    @Any
    InMemoryConnector kafka;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/metrics", "/openapi.json", "/docs/"})
    void is_open_where_the_contract_says_so(String path) {
        given().get(path).then().statusCode(200).header("X-Request-ID", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/positions",
                "/api/trades",
                "/api/account",
                "/api/status",
                "/api/chart?symbol=SPX",
                "/api/signals",
                "/api/orders",
                "/api/fills",
                "/api/risk/limits",
                "/api/equity",
                "/api/events",
                "/api/system",
                "/api/symbols",
                "/api/backtest/results",
                "/api/backtest/running"
            })
    void asks_for_a_token_everywhere_else(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"))
                .body("type", equalTo("urn:fluxhero:problem:unauthenticated"));
    }

    @Test
    void locks_out_an_address_that_guesses() {
        for (int i = 0; i < 3; i++) {
            guess().then().statusCode(401).body("code", equalTo("unauthenticated"));
        }

        guess().then()
                .statusCode(429)
                .contentType(PROBLEM)
                .body("code", equalTo("locked-out"))
                .header("Retry-After", notNullValue());
    }

    @Test
    void answers_with_the_names_of_the_contract() {
        user().get("/api/positions").then().statusCode(200).body("[0].entry_price", equalTo(3241.86f));
        user().get("/api/account")
                .then()
                .body("trading_status", equalTo("ACTIVE"))
                .body("daily_pnl", notNullValue());
        user().get("/api/trades?page_size=20")
                .then()
                .body("total", equalTo(1))
                .body("total_count", equalTo(1))
                .body("trades[0].signal_explanation.r_squared", equalTo(0.81f));
        user().get("/api/chart?symbol=SPX").then().body("candles[0].time", equalTo(1578286800));
        user().get("/api/chart/intervals").then().body("name", hasItem("1d")).body("[0].native", equalTo(true));
        user().get("/api/risk/limits").then().body("limits[0].name", equalTo("drawdown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":|malformed-json|",
                "{}|invalid-request|reason",
                "{\"reason\":\"x\",\"flatten\":\"maybe\"}|invalid-request|flatten",
                "{\"reason\":\"x\",\"flaten\":false}|invalid-request|flaten",
                "[]|invalid-request|",
            })
    void names_what_is_wrong_with_a_body(String body, String code, String field) {
        user().contentType("application/json")
                .body(body)
                .post("/api/emergency/close_all_positions")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void refuses_with_problems_whatever_is_asked() {
        user().get("/api/nothing").then().statusCode(404).contentType(PROBLEM).body("code", equalTo("not-found"));
        user().delete("/api/positions").then().statusCode(405).contentType(PROBLEM);
        user().contentType("text/plain")
                .body("x")
                .post("/api/backtest")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        user().contentType("application/json")
                .post("/api/backtest")
                .then()
                .statusCode(400)
                .body("detail", equalTo("a JSON body is expected"))
                .body("field", nullValue());
        user().get("/api/test/candles?symbol=SPX").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void refuses_a_large_body_before_reading_it() throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /api/backtest HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"body-too-large\"");
        }
    }

    @Test
    void names_a_service_that_is_away_or_fails() {
        user().get("/api/backtest/results")
                .then()
                .statusCode(503)
                .body("code", equalTo("service-unavailable"))
                .body("service", equalTo("backtest-service"));
        user().get("/api/signals")
                .then()
                .statusCode(502)
                .body("service", equalTo("signal-service"))
                .body("detail", not(containsString("boom")));
    }

    @Test
    void shows_the_risk_report() {
        user().get("/api/risk/report")
                .then()
                .statusCode(200)
                .body("session", equalTo("2026-01-02"))
                .body("largest.symbol", equalTo("SPX"))
                .body("modes[0].weight", equalTo(0.9f))
                .body("correlations.values[0][1]", nullValue());
    }

    @Test
    void tells_the_exit_plan_and_the_size_that_a_signal_wants() {
        user().get("/api/signals/sig-1")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PENDING"))
                .body("signal.stop_price", equalTo(3177.53f))
                .body("signal.target_price", equalTo(3380.5f))
                .body("signal.size_factor", equalTo(0.7f));
    }

    @Test
    void passes_on_what_a_service_says() {
        user().contentType("application/json")
                .body("{\"reason\":\"drill\"}")
                .post("/api/positions/SPY/close")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("no-position"))
                .body("service", equalTo("risk-service"));
    }

    @Test
    void counts_requests_per_client() {
        String remaining = user().header("X-Forwarded-For", "198.51.100.30")
                .get("/api/chart/intervals")
                .then()
                .header("X-RateLimit-Limit", "200")
                .extract()
                .header("X-RateLimit-Remaining");
        assertThat(remaining).isEqualTo("199");
        for (int i = 0; i < 20; i++) {
            user().header("X-Forwarded-For", "198.51.100.31").get("/api/emergency/x");
        }

        user().header("X-Forwarded-For", "198.51.100.31")
                .get("/api/emergency/x")
                .then()
                .statusCode(429)
                .contentType(PROBLEM)
                .body("code", equalTo("rate-limited"))
                .header("Retry-After", notNullValue());
        user().header("X-Forwarded-For", "198.51.100.31")
                .get("/api/chart/intervals")
                .then()
                .statusCode(200);
    }

    @Test
    void allows_the_dashboard_and_no_other_origin() {
        user().header("Origin", "http://localhost:3000")
                .get("/api/chart/intervals")
                .then()
                .header("Access-Control-Allow-Origin", "http://localhost:3000")
                .header("X-Content-Type-Options", "nosniff");
        user().header("Origin", "http://evil.example")
                .get("/api/chart/intervals")
                .then()
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void measures_under_the_names_of_the_contract() {
        await().untilAsserted(() -> given().get("/metrics").then().body(containsString("fluxhero_orders_total 7.0")));
        for (String name : List.of(
                "fluxhero_uptime_seconds",
                "fluxhero_requests_total",
                "fluxhero_request_latency_p50_ms",
                "fluxhero_request_latency_p99_ms",
                "fluxhero_drawdown_percent",
                "fluxhero_equity",
                "fluxhero_win_rate_percent",
                "fluxhero_websocket_connections",
                "fluxhero_data_feed_active",
                "fluxhero_requests_by_path_total{path=")) {
            given().get("/metrics").then().body(containsString("\n" + name));
        }
    }

    @Test
    void knows_which_services_are_up() {
        await().untilAsserted(() -> user().get("/api/system")
                .then()
                .body("services.find { it.name == 'risk-service' }.ready", equalTo(true))
                .body("services.find { it.name == 'backtest-service' }.live", equalTo(false)));
        user().get("/api/status")
                .then()
                .body("feed.state", equalTo("RUNNING"))
                .body("trading_status", equalTo("ACTIVE"));
        given().get("/health").then().body("status", equalTo("degraded")).body("total_requests", greaterThan(0));
    }

    @Test
    void streams_what_the_topics_say() {
        TestSocket socket = TestSocket.open(ws("/ws/v1/stream"));
        socket.say("{'type':'auth','token':'Bearer " + StandIns.TOKEN + "'}");
        await().until(() -> socket.ofType("hello").size() == 1);
        socket.say("{'type':'subscribe','id':1,'topics':['candles:SPX:1d','fills','account','nonsense']}");
        await().until(() -> socket.ofType("snapshot").size() == 3);

        send("fills", Messages.filled());
        send("candles", Messages.candle(3));
        kafkaBytes("fills", "not json");
        send("candles", Messages.candle(4));

        await().until(() -> socket.ofType("delta").stream()
                .anyMatch(d -> d.get("topic").asText().equals("fills")));
        await().until(() -> socket.ofType("delta").stream()
                .anyMatch(d -> d.get("topic").asText().startsWith("candles")));
        assertThat(socket.ofType("error").getFirst().get("code").asText()).isEqualTo("unknown-topic");
        socket.say("{'type':'ping','t':99}");
        await().until(() -> !socket.ofType("pong").isEmpty());
        assertThat(socket.ofType("pong").getFirst().get("t").asInt()).isEqualTo(99);
        socket.close();
        user().get("/api/events").then().body("events.kind", hasItem("FILL"));
        user().get("/api/status").then().body("last_tick_time", notNullValue());
    }

    @Test
    void streams_prices_in_the_first_contract() {
        TestSocket socket = TestSocket.open(ws("/ws/prices"), "Authorization", "Bearer " + StandIns.TOKEN);
        await().until(() -> socket.ofType("connection").size() == 1);
        assertThat(socket.frames.getFirst().get("status").asText()).isEqualTo("connected");

        send("candles", Messages.candle(7));

        await().until(() -> socket.ofType("price_update").stream()
                .anyMatch(p -> p.get("replay_index").asInt() == 507));
        socket.close();
    }

    @Test
    void closes_sockets_without_a_good_token() throws Exception {
        TestSocket bad = TestSocket.open(ws("/ws/v1/stream"), "X-Forwarded-For", "198.51.100.40");
        bad.say("{'type':'auth','token':'Bearer nonsense'}");
        TestSocket silent = TestSocket.open(ws("/ws/prices"), "X-Forwarded-For", "198.51.100.41");

        assertThat(bad.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
        assertThat(silent.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4001);
        assertThat(bad.frames).isEmpty();
    }

    @Test
    void opens_no_socket_for_a_strange_page() {
        assertThatThrownBy(() -> TestSocket.open(ws("/ws/v1/stream"), "Origin", "http://evil.example"))
                .hasMessageContaining("WebSocketHandshakeException");
    }

    /** The dashboard makes its types from this file. {@code -Dopenapi.update=true} rewrites it. */
    @Test
    void the_openapi_document_is_the_checked_in_one() throws IOException {
        String now = OpenApiText.fixed(
                given().accept("application/yaml").get("/openapi").asString());
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(OPENAPI, now);
        }

        assertThat(now).isEqualTo(Files.readString(OPENAPI));
    }

    private void send(String topic, Message message) {
        kafka.<ConsumerRecord<String, byte[]>>source("topics-in")
                .send(new ConsumerRecord<>(topic, 0, 0, message.key(), Wire.write(message)));
    }

    private void kafkaBytes(String topic, String text) {
        kafka.<ConsumerRecord<String, byte[]>>source("topics-in")
                .send(new ConsumerRecord<>(topic, 0, 0, "k", text.getBytes(StandardCharsets.UTF_8)));
    }

    private URI ws(String path) {
        return URI.create("ws://" + base.getHost() + ":" + base.getPort() + path);
    }

    private static io.restassured.response.Response guess() {
        return given().header("Authorization", "Bearer nonsense")
                .header("X-Forwarded-For", "198.51.100.20")
                .get("/api/positions");
    }

    private static RequestSpecification user() {
        return given().header("Authorization", "Bearer " + StandIns.TOKEN);
    }
}
