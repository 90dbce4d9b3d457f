package io.fluxhero.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.TradingStatus;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paper account that begins anew: what is asked of execution, and what its answer changes. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class PaperResetIT {

    private static final String OPENED_WITH = "100000";

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    ReadAccount readAccount;

    private World world;

    @BeforeEach
    void enter() {
        StandInExecution.isItselfAgain();
        StandInExecution.ORDERS.clear();
        world = new World(topics);
    }

    @AfterEach
    void leave_the_account_as_it_was_opened() {
        StandInExecution.isItselfAgain();
        BigDecimal missing = new BigDecimal(OPENED_WITH).subtract(Micros.toDecimal(state().cashMicros()));
        String movement = "mov-after-" + Tables.lastSent();
        world.sendAndAwait(Said.moved(movement, World.FIRST_DAY, missing.toPlainString(), OPENED_WITH));
    }

    @Test
    void asks_execution_once_and_changes_nothing_before_the_broker_has_moved_the_cash() {
        long since = Tables.lastSent();
        AccountState before = state();

        String first = post("key-reset-1", body("a new season", "250000.50"))
                .statusCode(200)
                .body("detail", startsWith("the paper broker moves the cash from "))
                .body("detail", containsString(" to 250000.5"))
                .body("untold", empty())
                .extract()
                .path("request_id");
        post("key-reset-1", body("a new season", "250000.50")).statusCode(200).body("request_id", equalTo(first));
        post("key-reset-1", body("a new season", "90000"))
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));

        List<OrderMessage> asked = Tables.sent("orders", OrderMessage.class, since);
        assertThat(asked).singleElement().isInstanceOfSatisfying(PaperResetRequested.class, reset -> {
            assertThat(reset.cash()).isEqualByComparingTo("250000.5");
            assertThat(reset.reason()).isEqualTo("a new season");
            assertThat(reset.requestedBy()).isEqualTo("bob");
        });
        assertThat(StandInExecution.ORDERS).as("told directly too").hasSize(1);
        assertThat(state()).isEqualTo(before);
        asService()
                .get("/internal/audit")
                .then()
                .body("intact", equalTo(true))
                .body("entries[-1].result", equalTo("refused: KEY_REUSED"))
                .body("entries[-2].action", equalTo("RESET_PAPER_ACCOUNT"))
                .body("entries[-2].role", equalTo("ADMIN"))
                .body("entries[-2].result", startsWith("done: the paper broker moves the cash"));
    }

    @Test
    void goes_back_to_what_the_account_was_opened_with_where_nothing_else_is_said() {
        long since = Tables.lastSent();

        post(null, body("anew", null)).statusCode(200);

        assertThat(Tables.sent("orders", OrderMessage.class, since))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaperResetRequested.class,
                        reset -> assertThat(reset.cash()).isEqualByComparingTo(OPENED_WITH));
    }

    @Test
    void a_movement_counts_once_and_everything_counts_from_it() {
        trade_at_a_loss();
        BigDecimal cash = Micros.toDecimal(state().cashMicros());
        BigDecimal amount = new BigDecimal("40000").subtract(cash);
        long since = Tables.lastSent();

        world.sendAndAwait(Said.moved("mov-1", World.FIRST_DAY, amount.toPlainString(), "40000"));
        world.send(Said.moved("mov-1", World.FIRST_DAY, amount.toPlainString(), "40000"));
        world.bar(World.nextDay(), "100");

        assertThat(Tables.text("SELECT concat_ws(' ', count(*), sum(amount), max(cash)) FROM cash_movements"
                        + " WHERE movement_id = 'mov-1'"))
                .isEqualTo("1 " + amount.setScale(6) + " 40000.000000");
        assertThat(state().status())
                .as("taking out more than half is no drawdown and no loss of the day")
                .isEqualTo(TradingStatus.ACTIVE);
        asService()
                .get("/internal/account")
                .then()
                .body("cash", equalTo(40_000f))
                .body("equity", equalTo(40_000f))
                .body("initial_capital", equalTo(40_000f))
                .body("total_pnl", equalTo(0f))
                .body("daily_pnl", equalTo(0f))
                .body("drawdown_pct", equalTo(0f))
                .body("peak_equity", equalTo(40_000f));
        assertThat(Tables.text("SELECT concat_ws(' ', cash, equity, drawdown_pct) FROM equity_points"
                        + " ORDER BY bar_time DESC LIMIT 1"))
                .isEqualTo("40000.000000 40000.000000 0.000000");
        assertThat(Tables.count("SELECT count(*) FROM outbox WHERE topic = 'portfolio' AND id > " + since))
                .as("once for the movement, once for the bar")
                .isEqualTo(2);
    }

    @Test
    void cash_that_the_broker_counts_otherwise_raises_an_alert_with_both_figures() {
        BigDecimal cash = Micros.toDecimal(state().cashMicros());
        long since = Tables.lastSent();

        world.sendAndAwait(Said.moved("mov-differs", World.FIRST_DAY, "100", "777"));

        BigDecimal here = cash.add(new BigDecimal("100"));
        assertThat(Tables.sent("risk-alerts", RiskAlert.class, since))
                .singleElement()
                .isInstanceOfSatisfying(SystemFaulted.class, alert -> {
                    assertThat(alert.code()).isEqualTo("CASH_DIFFERS");
                    assertThat(alert.figures().get("broker_cash")).isEqualByComparingTo("777");
                    assertThat(alert.figures().get("risk_cash")).isEqualByComparingTo(here);
                    assertThat(alert.detail()).contains("mov-differs");
                });
    }

    private void trade_at_a_loss() {
        OrderApproved entry = world.openPosition();
        long since = Tables.lastSent();
        command("close", Map.of("symbol", "SPY", "reason", "enough", "requested_by", "bob", "role", "TRADER"));
        OrderApproved closing =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getFirst();
        world.sendAndAwait(Said.filled(closing, entry.orderId(), World.nextDay(), "99"));
        await().until(() -> state().positions().isEmpty());
    }

    @Test
    void is_refused_while_something_is_held() {
        OrderApproved entry = world.openPosition();
        long since = Tables.lastSent();

        post(null, body("anew", null))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("paper-reset-refused"))
                .body("detail", equalTo("SPY held: close the positions or press the kill switch first"))
                .body("checklist.findAll { !it.ok }.name", contains("no-open-positions"));

        assertThat(Tables.sent("orders", OrderMessage.class, since)).isEmpty();
        command("close", Map.of("symbol", "SPY", "reason", "enough", "requested_by", "bob", "role", "TRADER"));
        post(null, body("anew", null))
                .statusCode(409)
                .body("checklist.findAll { !it.ok }.name", contains("no-open-positions", "no-open-orders"));
        OrderApproved closing =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getFirst();
        world.sendAndAwait(Said.filled(closing, entry.orderId(), World.nextDay(), "100"));
        await().until(() -> state().positions().isEmpty());
    }

    @Test
    void is_refused_where_execution_is_not_as_it_must_be() {
        StandInExecution.paper = false;
        StandInExecution.external = "GLD";
        StandInExecution.unknownOrders = 2;
        StandInExecution.state = "RECOVERING";
        post(null, body("anew", null))
                .statusCode(409)
                .body("code", equalTo("paper-reset-refused"))
                .body("detail", containsString("GLD, by-hand at the broker, not ours: close it there first"))
                .body(
                        "checklist.findAll { !it.ok }.name",
                        contains("paper-broker", "execution-reconciled", "no-unknown-orders", "nothing-external"));

        StandInExecution.isItselfAgain();
        StandInExecution.away = true;
        post(null, body("anew", null))
                .statusCode(409)
                .body("detail", containsString("execution-service does not answer"));
    }

    @ParameterizedTest
    @CsvSource({
        ", 1000, reason",
        "anew, 0, initial_capital",
        "anew, -5, initial_capital",
        "anew, 1000.001, initial_capital",
        "anew, 1000000001, initial_capital"
    })
    void names_the_field_that_is_wrong(String reason, String capital, String field) {
        post(null, body(reason, capital))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", containsString(field));
    }

    private AccountState state() {
        return readAccount.now().account().state();
    }

    private static Map<String, Object> body(String reason, String capital) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("requested_by", "bob");
        body.put("role", "ADMIN");
        if (capital != null) {
            body.put("initial_capital", new BigDecimal(capital));
        }
        return body;
    }

    private static ValidatableResponse post(String key, Map<String, Object> body) {
        RequestSpecification request = asService().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/internal/paper-reset")
                .then();
    }

    private static void command(String path, Map<String, Object> body) {
        asService().body(body).post("/internal/" + path).then().statusCode(200);
    }

    private static RequestSpecification asService() {
        return given().auth()
                .preemptive()
                .basic("fluxhero", InMemoryTopics.SECRET)
                .contentType("application/json");
    }
}
