package io.fluxhero.backtest;

import static io.fluxhero.backtest.Door.EXACT;
import static io.fluxhero.backtest.Door.RUN;
import static io.fluxhero.backtest.Door.asService;
import static io.fluxhero.backtest.Door.post;
import static io.fluxhero.backtest.Door.run;
import static io.fluxhero.backtest.Door.walkForward;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
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
