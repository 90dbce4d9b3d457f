package io.fluxhero.backtest;

import static io.fluxhero.backtest.Door.RUN;
import static io.fluxhero.backtest.Door.asService;
import static io.fluxhero.backtest.Door.post;
import static io.fluxhero.backtest.Door.run;
import static io.fluxhero.backtest.Door.walkForward;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs are watched and cancelled while they work. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "backtest"))
@QuarkusTestResource(MarketDataStandIn.class)
class RunsAtWorkIT {

    @Test
    void shows_and_cancels_walk_forwards_and_has_room_for_four() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ValidatableResponse>> asked = IntStream.rangeClosed(1, 4)
                    .mapToObj(nr -> people.submit(() -> walkForward(endless(nr))))
                    .toList();
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(4));

            walkForward(endless(5)).statusCode(503).body("code", equalTo("too-many-runs"));
            post(RUN.formatted("")).statusCode(503).body("code", equalTo("too-many-runs"));
            await().atMost(30, SECONDS).until(() -> atWork().getInt("running[0].done"), greaterThan(0));
            assertThat(atWork().getList("running.kind")).containsOnly("WALK_FORWARD");
            assertThat(atWork().getList("running.state")).containsOnly("RUNNING");
            assertThat(atWork().getLong("running[0].seconds_left")).isPositive();
            assertThat(atWork().getInt("running[0].total")).isGreaterThan(atWork().getInt("running[0].done"));
            List<String> runIds = atWork().getList("running.run_id");
            cancel(runIds.getFirst()).statusCode(200).body("run_id", equalTo(runIds.getFirst()));
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(3));
            runIds.stream().skip(1).forEach(runId -> cancel(runId).statusCode(200));

            for (Future<ValidatableResponse> answer : asked) {
                answer.get().statusCode(409).body("code", equalTo("run-cancelled"));
            }
            asService()
                    .get("/internal/backtest/results/" + runIds.getFirst())
                    .then()
                    .statusCode(404);
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(0));
            post(RUN.formatted("")).statusCode(200);
        }
    }

    @Test
    void does_not_do_the_same_walk_forward_twice_at_once() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ValidatableResponse> first = people.submit(() -> walkForward(endless(0)));
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(1));
            String runId = atWork().getString("running[0].run_id");

            walkForward(endless(0))
                    .statusCode(409)
                    .body("code", equalTo("run-at-work"))
                    .body("detail", containsString(runId));
            cancel(runId).statusCode(200);
            first.get().statusCode(409);
        }
    }

    @Test
    void cancels_a_backtest_while_its_bars_are_fetched() throws Exception {
        String slow = RUN.formatted(",\"trials\":17").replace("SYN", "SLOW");
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ValidatableResponse> answer = people.submit(() -> asked("fetch-0001", slow));
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(1));
            assertThat(atWork().getMap("running[0]"))
                    .containsEntry("kind", "BACKTEST")
                    .containsEntry("state", "FETCHING")
                    .containsEntry("request_id", "fetch-0001")
                    .containsEntry("run_id", null);
            asked("fetch-0001", slow).statusCode(409).body("code", equalTo("run-at-work"));

            cancel("fetch-0001?requested_by=ann&role=TRADER").statusCode(200).body("state", equalTo("CANCELLED"));

            answer.get()
                    .statusCode(409)
                    .body("code", equalTo("run-cancelled"))
                    .body("detail", equalTo("the backtest was cancelled; 0 bars were fetched, nothing is kept"))
                    .body("correlationId", equalTo("fetch-0001"));
            assertThat(atWork().getString("running[0].state")).isEqualTo("CANCELLED");
            cancel("fetch-0001?requested_by=bob").statusCode(200).body("state", equalTo("CANCELLED"));
        } finally {
            MarketDataStandIn.OPEN.release();
        }
        await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(0));
        cancel("fetch-0001").statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(
                        rows(
                                "SELECT cancelled_by || ' ' || role FROM backtest.cancelled_runs WHERE request_id = 'fetch-0001'"))
                .containsExactly("ann TRADER");
        assertThat(rows("SELECT run_id FROM backtest.runs WHERE symbol = 'SLOW'"))
                .isEmpty();
        post(slow).statusCode(200);
    }

    @Test
    void says_that_what_has_ended_cannot_be_cancelled() {
        String runId = run("").getString("run_id");

        cancel(runId)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("run-ended"))
                .body("detail", equalTo("the run has ended; its result is stored as " + runId));
        cancel("none").statusCode(404).body("code", equalTo("unknown-run")).body("field", equalTo("run_id"));
    }

    private static ValidatableResponse asked(String requestId, String body) {
        return asService()
                .header("X-Request-ID", requestId)
                .body(body)
                .post("/internal/backtest")
                .then();
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("backtest");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    /** Hundreds of windows, hundreds of configurations in each: minutes of work. */
    private static String endless(int minTrades) {
        String values =
                IntStream.rangeClosed(20, 500).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return RUN.formatted(",\"train_bars\":100,\"test_bars\":1,\"min_trades\":" + minTrades
                + ",\"grid\":{\"regression-period\":[" + values + "]}");
    }

    private static JsonPath atWork() {
        return asService()
                .get("/internal/backtest/running")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse cancel(String runId) {
        return asService().delete("/internal/backtest/running/" + runId).then();
    }
}
