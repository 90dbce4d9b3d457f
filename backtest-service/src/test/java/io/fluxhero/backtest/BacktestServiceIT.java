package io.fluxhero.backtest;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "backtest"))
@QuarkusTestResource(MarketDataStandIn.class)
class BacktestServiceIT {

    private static final String RUN =
            "{\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2013-06-14\"%s}";

    private static final JsonPathConfig EXACT =
            JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    private static RequestSpecification asService() {
        return given().auth()
                .preemptive()
                .basic("fluxhero", MarketDataStandIn.SECRET)
                .contentType("application/json");
    }

    private static ValidatableResponse post(String body) {
        return asService().body(body).post("/internal/backtest").then();
    }

    private static ValidatableResponse walkForward(String body) {
        return asService().body(body).post("/internal/backtest/walk-forward").then();
    }

    private static JsonPath run(String more) {
        return post(RUN.formatted(more)).statusCode(200).extract().jsonPath(EXACT);
    }

    @Test
    void runs_stores_and_lists_a_backtest() {
        JsonPath run = run("");

        List<Double> equity = run.getList("equity_curve", Double.class);
        List<Double> profits = run.getList("trades.realized_pnl", Double.class);
        assertThat(equity).hasSize(MarketDataStandIn.BARS - MarketDataStandIn.LIVE_FROM);
        assertThat(run.getList("timestamps")).hasSameSizeAs(equity);
        assertThat(run.getList("benchmark_curve")).hasSameSizeAs(equity);
        assertThat(run.getInt("num_trades")).isPositive().isEqualTo(profits.size());
        assertThat(run.getDouble("final_equity")).isEqualTo(equity.getLast());
        double open = run.get("open_position") == null ? 0 : run.getDouble("open_position.unrealized_pnl");
        assertThat(profits.stream().mapToDouble(Double::doubleValue).sum() + open)
                .isCloseTo(run.getDouble("total_return"), within(1e-5));
        assertThat(run.getString("trades[0].signal_reason")).contains("SYN");
        assertThat(run.getString("trades[0].exit_reason")).isIn("EXIT", "PROTECTIVE_STOP");
        assertThat(run.getBoolean("success_criteria_met"))
                .isEqualTo(run.getMap("criteria").values().stream().allMatch(Boolean.TRUE::equals));

        String runId = run.getString("run_id");
        asService()
                .get("/internal/backtest/results/" + runId)
                .then()
                .statusCode(200)
                .body("run_id", equalTo(runId))
                .body("equity_curve", hasSize(equity.size()))
                .body("created_at", equalTo(run.getString("created_at")));
        asService()
                .get("/internal/backtest/results?limit=200")
                .then()
                .statusCode(200)
                .body("results.run_id", hasItem(runId))
                .body("results.num_trades", everyItem(greaterThan(-1)));
    }

    @Test
    void asks_for_no_bars_after_the_last_day() {
        run("");

        assertThat(MarketDataStandIn.ASKED.get()).contains("to=2013-06-15T04:00:00Z");
    }

    @Test
    void takes_one_symbol_in_a_list_for_the_symbol_alone() {
        String listed = RUN.formatted("").replace("\"symbol\":\"SYN\"", "\"symbols\":[\"SYN\"]");

        assertThat(post(listed).statusCode(200).extract().jsonPath(EXACT).getString("run_id"))
                .isEqualTo(run("").getString("run_id"));
    }

    @Test
    void gives_the_same_run_for_the_same_request_and_another_for_another() {
        assertThat(run("").getString("run_id")).isEqualTo(run("").getString("run_id"));
        assertThat(run(",\"initial_capital\":50000").getString("run_id")).isNotEqualTo(run("").getString("run_id"));
        assertThat(run(",\"initial_capital\":50000").getDouble("equity_curve[0]"))
                .isEqualTo(50_000);
    }

    @Test
    void trades_from_the_first_live_bar_unless_a_warm_up_is_given() {
        assertThat(run("").getList("equity_curve")).hasSize(600);
        assertThat(run(",\"warmup_bars\":100").getList("equity_curve")).hasSize(800);
        assertThat(run(",\"warmup_bars\":300").getList("trades.entry_price"))
                .isEqualTo(run("").getList("trades.entry_price"));
    }

    @Test
    void walks_forward_over_every_bar_after_the_first_training() {
        String body = RUN.formatted(",\"train_bars\":126,\"test_bars\":42,\"objective\":\"TOTAL_RETURN\","
                + "\"grid\":{\"regression-period\":[20,50]}");

        JsonPath answer = walkForward(body).statusCode(200).extract().jsonPath(EXACT);

        List<Double> equity = answer.getList("combined_equity_curve", Double.class);
        assertThat(equity).hasSize(18 * 42);
        assertThat(answer.getList("timestamps")).hasSameSizeAs(equity);
        assertThat(answer.getList("window_results")).hasSize(answer.getInt("total_windows"));
        assertThat(answer.getDouble("pass_rate"))
                .isEqualTo(answer.getInt("profitable_windows") / (double) answer.getInt("total_windows"));
        assertThat(answer.getBoolean("is_optimised")).isTrue();
        assertThat(answer.getString("window_results[0].train_start_date")).isEqualTo("2010-01-04");
        assertThat(answer.getDouble("final_capital")).isEqualTo(equity.getLast());
        assertThat(answer.getMap("overfit")).containsKeys("deflated_sharpe", "verdict");
        walkForward(body.replace("regression-period", "luck"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("grid"));
        walkForward(RUN.formatted(",\"train_bars\":900")).statusCode(400).body("code", equalTo("not-enough-bars"));
    }

    @Test
    void keeps_a_walk_forward_beside_the_backtests() {
        String body = RUN.formatted(",\"grid\":{\"regression-period\":[20,50]}");

        String answer = walkForward(body).statusCode(200).extract().asString();

        JsonPath document = JsonPath.from(answer).using(EXACT);
        String runId = document.getString("run_id");
        assertThat(document.getString("kind")).isEqualTo("WALK_FORWARD");
        assertThat(walkForward(body).statusCode(200).extract().asString()).isEqualTo(answer);
        assertThat(asService()
                        .get("/internal/backtest/results/" + runId)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(answer);
        JsonPath listed = asService()
                .get("/internal/backtest/results?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(EXACT);
        assertThat(listed.<Map<String, Object>>getList("results"))
                .filteredOn("run_id", runId)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "WALK_FORWARD")
                .containsEntry("final_equity", document.getDouble("final_capital"))
                .containsEntry("num_trades", document.getInt("total_trades"))
                .containsEntry("success_criteria_met", document.getBoolean("passes_walk_forward_test"));
    }

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
            Future<ValidatableResponse> asked = people.submit(() -> asService()
                    .header("X-Request-ID", "fetch-0001")
                    .body(slow)
                    .post("/internal/backtest")
                    .then());
            await().atMost(30, SECONDS).until(() -> atWork().getList("running"), hasSize(1));
            assertThat(atWork().getMap("running[0]"))
                    .containsEntry("kind", "BACKTEST")
                    .containsEntry("state", "FETCHING")
                    .containsEntry("request_id", "fetch-0001")
                    .containsEntry("run_id", null);
            asService()
                    .header("X-Request-ID", "fetch-0001")
                    .body(slow)
                    .post("/internal/backtest")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("run-at-work"));

            cancel("fetch-0001?requested_by=ann&role=TRADER").statusCode(200).body("state", equalTo("CANCELLED"));

            asked.get()
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

    /** The migration runs on a table of its own, in place of the real one: temporary tables are found first. */
    @Test
    void calls_what_was_stored_before_walk_forwards_a_backtest() throws Exception {
        try (Connection connection = EmbeddedPostgresResource.connect("backtest");
                Statement sql = connection.createStatement();
                InputStream migration =
                        BacktestServiceIT.class.getResourceAsStream("/db/migration/backtest/V002__walk_forwards.sql")) {
            sql.execute("CREATE TEMPORARY TABLE runs (run_id text, result text)");
            sql.execute("INSERT INTO runs VALUES ('run-1', '{\"run_id\":\"run-1\"}')");

            sql.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));

            ResultSet row = sql.executeQuery("SELECT kind, result FROM runs");
            assertThat(row.next()).isTrue();
            assertThat(row.getString("kind")).isEqualTo("BACKTEST");
            assertThat(row.getString("result")).isEqualTo("{\"kind\":\"BACKTEST\",\"run_id\":\"run-1\"}");
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

    @Test
    void says_everything_that_is_measured_and_reads_it_back() {
        JsonPath run = run(",\"trials\":20");

        assertThat(run.getMap("metrics")).containsKeys("ulcer_index", "alpha", "beta", "var_95", "kelly_fraction");
        assertThat(run.getInt("overfit.trials")).isEqualTo(20);
        assertThat(run.getList("monthly_returns")).isNotEmpty();
        asService()
                .get("/internal/backtest/results/" + run.getString("run_id"))
                .then()
                .statusCode(200)
                .body("overfit.trials", equalTo(20))
                .body("rolling.sharpe", hasSize(run.getList("equity_curve").size()))
                .body("trades[0].mae", greaterThan(-1f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "symbol; {\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\"}",
                "symbol; {\"symbols\":[],\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\"}",
                "symbols; {\"symbols\":[7],\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\"}",
                "symbols; {\"symbol\":\"SYN\",\"symbols\":[\"SYN\"],\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\"}",
                "symbol; {\"symbol\":7,\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\"}",
                "start_date; {\"symbol\":\"SYN\",\"start_date\":\"2010-13-04\",\"end_date\":\"2012-01-04\"}",
                "end_date; {\"symbol\":\"SYN\",\"start_date\":\"2012-01-04\",\"end_date\":\"2012-01-04\"}",
                "end_date; {\"symbol\":\"SYN\",\"start_date\":\"2012-01-04\",\"end_date\":\"2999-01-04\"}",
                "initial_capital; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"initial_capital\":-1}",
                "initial_capital; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"initial_capital\":\"much\"}",
                "strategy_mode; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"strategy_mode\":\"LUCK\"}",
                "slippage_pct; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"slippage_pct\":-0.1}",
                "timeframe; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"timeframe\":\"3d\"}",
                "warmup_bars; {\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2012-01-04\",\"warmup_bars\":1.5}",
                "start_date; {\"symbol\":\"FEW\",\"start_date\":\"2010-02-04\",\"end_date\":\"2012-01-04\"}",
            })
    void names_the_field_that_is_wrong(String field, String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("status", equalTo(400));
    }

    @Test
    void tells_unknown_from_unreachable_from_unreadable() {
        post(RUN.formatted("").replace("SYN", "NOPE")).statusCode(404).body("code", equalTo("unknown-symbol"));
        post(RUN.formatted("").replace("SYN", "BROKEN"))
                .statusCode(502)
                .body("code", equalTo("market-data-unavailable"));
        post("{\"symbol\":").statusCode(400).contentType("application/problem+json");
        asService()
                .get("/internal/backtest/results/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-run"));
        given().contentType("application/json")
                .body("{}")
                .post("/internal/backtest")
                .then()
                .statusCode(401);
    }
}
