package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static io.fluxhero.execution.Said.reset;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.outbox.testing.Batches;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doors through which risk and the gateway halt, allow and order. Epochs grow from test to test, as in life. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "execution"))
@QuarkusTestResource(InMemoryTopics.class)
class DoorsIT {

    private static final Path HALT = Path.of("target", "halt");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static long epoch = 100;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    DeskThread desk;

    @BeforeEach
    void start_with_empty_books_and_leave_to_trade() throws SQLException {
        Tables.empty();
        epoch += 10;
        fence(epoch, false).statusCode(200).body("halted", equalTo(false));
        lease(epoch, 60_000).statusCode(204);
    }

    @AfterEach
    void lift_the_halt() {
        fence(epoch + 9, false).statusCode(200);
    }

    @Test
    void a_halt_is_on_disk_before_the_answer_and_ends_what_would_open() {
        deliver(202, entry("ord-1", 0, 100, "95"));
        idle();
        assertThat(stateOf("ord-1")).isEqualTo("ACCEPTED");

        fence(epoch + 1, true)
                .statusCode(200)
                .body("halted", equalTo(true))
                .body("epoch", equalTo((int) epoch + 1))
                .body("by", equalTo("ann"))
                .body("stored", equalTo(true))
                .body("at", notNullValue());
        assertThat(HALT).content(UTF_8).contains("drill");
        deliver(202, entry("ord-2", 0, 100, "95"));
        idle();

        assertThat(stateOf("ord-1")).isEqualTo("CANCELLED");
        assertThat(stateOf("ord-2")).isEqualTo("CANCELLED");
        state().body("fence.halted", equalTo(true))
                .body("fence.reason", equalTo("drill"))
                .body("open_entries", equalTo(0))
                .body("state", equalTo("READY"));
        assertThat(Tables.strings("SELECT halted FROM fences")).containsExactly("t");

        fence(epoch + 2, false).statusCode(200).body("halted", equalTo(false));
        assertThat(HALT).doesNotExist();
    }

    @Test
    void a_file_that_somebody_puts_there_halts_too() throws java.io.IOException {
        Files.writeString(HALT, "stop everything");
        deliver(202, entry("ord-1", 0, 100, "95"));
        idle();

        assertThat(stateOf("ord-1")).isEqualTo("CANCELLED");
        state().body("fence.halted", equalTo(true));
        fence(epoch + 1, false).statusCode(200);
        assertThat(HALT).doesNotExist();
    }

    @Test
    void a_halt_does_not_wait_for_a_slow_database() throws SQLException {
        idle();
        try (Connection other = EmbeddedPostgresResource.connect("execution");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute(
                    "SELECT pg_advisory_xact_lock(hashtext('execution.accounts'), hashtext(account)) FROM accounts");

            long before = System.nanoTime();
            fence(epoch + 1, true).statusCode(200).body("halted", equalTo(true)).body("stored", equalTo(false));
            fence(epoch + 2, true).statusCode(200).body("epoch", equalTo((int) epoch + 2));

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(HALT).exists();
            other.rollback();
        }
        idle();
        assertThat(Tables.strings("SELECT min_epoch FROM fences")).containsExactly(String.valueOf(epoch + 2));
    }

    @Test
    void a_reset_of_a_flat_paper_account_moves_its_cash_once() {
        deliver(202, reset("mov-1", 0, "250000"));
        deliver(202, reset("mov-1", 0, "250000"));
        idle();
        compare();

        assertThat(Tables.strings("SELECT concat_ws(' ', state, amount, cash, settled) FROM cash_movements"))
                .containsExactly("BOOKED 150000.000000 250000.000000");
        assertThat(Tables.strings("SELECT concat_ws(' ', movement_id, amount, cash) FROM paper_cash_movements"))
                .containsExactly("mov-1 150000.000000 250000.000000");
        assertThat(Tables.sent()).singleElement().isInstanceOfSatisfying(CashMoved.class, moved -> {
            assertThat(moved.movementId()).isEqualTo("mov-1");
            assertThat(moved.amount()).isEqualByComparingTo("150000");
            assertThat(moved.cash()).isEqualByComparingTo("250000");
            assertThat(moved.reason()).isEqualTo("a new season");
            assertThat(moved.meta().correlationId()).isEqualTo("req-mov-1");
        });
        state().body("paper", equalTo(true)).body("state", equalTo("READY"));
    }

    @Test
    void a_reset_that_the_broker_booked_as_we_died_is_told_once() throws SQLException {
        refuse_to_tell_of_movements();

        deliver(202, reset("mov-1", 0, "250000"));
        idle();
        assertThat(Tables.strings("SELECT movement_id FROM paper_cash_movements"))
                .containsExactly("mov-1");
        assertThat(Tables.strings("SELECT state FROM cash_movements")).containsExactly("REQUESTED");
        tell_of_movements_again();
        idle();
        compare();

        assertThat(Tables.strings("SELECT movement_id FROM paper_cash_movements"))
                .containsExactly("mov-1");
        assertThat(Tables.strings("SELECT state FROM cash_movements")).containsExactly("BOOKED");
        assertThat(Tables.sentTypes()).containsExactly("cash-moved");
        state().body("state", equalTo("READY"));
    }

    /** From now on the transaction that takes in the broker's report comes to nothing. */
    private static void refuse_to_tell_of_movements() throws SQLException {
        statement("CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$");
        statement("CREATE TRIGGER dies BEFORE INSERT ON outbox FOR EACH ROW WHEN (new.type = 'cash-moved')"
                + " EXECUTE FUNCTION dies()");
    }

    private static void tell_of_movements_again() throws SQLException {
        statement("DROP TRIGGER dies ON outbox");
        statement("DROP FUNCTION dies()");
    }

    private static void statement(String sql) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("execution");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_reset_is_refused_with_an_alert_while_an_order_is_open() {
        deliver(202, entry("ord-1", 0, 100, "95"));
        idle();

        deliver(202, reset("mov-1", 0, "250000"));
        idle();

        assertThat(Tables.strings("SELECT state FROM cash_movements")).containsExactly("REFUSED");
        assertThat(Tables.strings("SELECT movement_id FROM paper_cash_movements"))
                .isEmpty();
        assertThat(Tables.strings("SELECT encode(value, 'escape') FROM outbox WHERE topic = 'risk-alerts'"))
                .singleElement()
                .asString()
                .contains("PAPER_RESET_REFUSED", "open: ord-1");
    }

    @Test
    void word_of_an_older_epoch_changes_nothing() {
        fence(epoch + 1, true).statusCode(200);

        fence(epoch, false).statusCode(200).body("halted", equalTo(true));
        lease(epoch, 1_000)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("stale-epoch"))
                .body("field", equalTo("epoch"));
    }

    @Test
    void an_order_counts_once_whichever_way_it_comes_first() {
        deliver(202, entry("ord-1", 0, 100, "95")).body("handled", equalTo(1));
        deliver(202, entry("ord-1", 0, 100, "95")).body("handled", equalTo(0)).body("repeated", equalTo(1));
        topics.<ConsumerRecords<String, byte[]>>source("orders-in")
                .send(Batches.of(
                        "orders", Said.ACCOUNT, Wire.write(entry("ord-1", 0, 100, "95")), Wire.write(decided(0))));
        await().atMost(PATIENCE).until(() -> Tables.hasTakenIn("msg-decided-0"));
        idle();

        assertThat(Tables.strings("SELECT order_id FROM orders")).containsExactly("ord-1");
        assertThat(Tables.sentTypes()).containsExactly("order-accepted");
    }

    @Test
    void a_position_is_flattened_without_kafka() {
        consume(candle(0, "100", "101", "99", "100"));
        deliver(202, entry("ord-1", 0, 100, "95"), decided(0));
        consume(candle(1, "101", "102", "100", "101.5"));
        fence(epoch + 1, true).statusCode(200);

        deliver(202, Said.flattenAll("req-1", 1), Said.flatten("ord-2", "SPX", 1, 100, "req-1"))
                .body("handled", equalTo(2));
        idle();

        assertThat(stateOf("ord-2")).isEqualTo("FILLED");
        assertThat(Tables.strings("SELECT count(*) FROM positions")).containsExactly("0");
    }

    @Test
    void what_is_not_ours_is_shown_and_what_nothing_explains_halts() {
        consume(candle(0, "100", "101", "99", "100"));
        deliver(202, entry("ord-1", 0, 100, "95"), decided(0));
        consume(candle(1, "101", "102", "100", "101.5"));
        foreignExecution("foreign", "GLD", 7);
        compare();
        state().body("state", equalTo("READY"))
                .body("external_positions.GLD", equalTo(7))
                .body("discrepancies", hasSize(1));

        foreignExecution("unexplained", "SPX", 5);
        compare();

        state().body("state", equalTo("HALTED"))
                .body("discrepancies.kind", org.hamcrest.Matchers.hasItem("POSITION_MISMATCH"));
        assertThat(Tables.strings("SELECT encode(value, 'escape') FROM outbox WHERE topic = 'risk-alerts' ORDER BY id"))
                .anyMatch(alert -> alert.contains("POSITION_MISMATCH") && alert.contains("CRITICAL"));
        execute("DELETE FROM paper_executions WHERE fill_id = 'unexplained'");
        compare();
        state().body("state", equalTo("READY"));
    }

    @Test
    void bad_input_is_answered_with_the_field_that_is_wrong() {
        for (String[] bad : new String[][] {
            {"lease", "", "body"},
            {"lease", "[]", "body"},
            {"lease", "{\"account\":\"PAPER-001\",\"epoch\":-1,\"valid_for_ms\":10000}", "epoch"},
            {"lease", "{\"account\":\"PAPER-001\",\"epoch\":1,\"valid_for_ms\":0}", "valid_for_ms"},
            {"lease", "{\"account\":\"PAPER-001\",\"epoch\":1,\"valid_for_ms\":1.5}", "valid_for_ms"},
            {"lease", "{\"account\":\"OTHER\",\"epoch\":1,\"valid_for_ms\":1000}", "account"},
            {
                "fence",
                "{\"account\":\"PAPER-001\",\"epoch\":1,\"halted\":\"yes\",\"by\":\"a\",\"reason\":\"b\"}",
                "halted"
            },
            {"fence", "{\"account\":\"PAPER-001\",\"epoch\":1,\"halted\":true,\"by\":\"\",\"reason\":\"b\"}", "by"},
            {"fence", "{\"account\":\"PAPER-001\",\"halted\":true,\"by\":\"a\",\"reason\":\"b\"}", "epoch"}
        }) {
            asService()
                    .body(bad[1])
                    .put("/internal/" + bad[0])
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo(bad[2]));
        }
        for (String[] bad : new String[][] {{"{}", "body"}, {"[]", "body"}, {"[{\"type\":\"nonsense\"}]", "[0]"}}) {
            asService()
                    .body(bad[0])
                    .post("/internal/orders")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(bad[1]));
        }
        given().contentType("application/json")
                .body("[]")
                .post("/internal/orders")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse lease(long of, long millis) {
        return asService()
                .body("{\"account\":\"PAPER-001\",\"epoch\":" + of + ",\"valid_for_ms\":" + millis + "}")
                .put("/internal/lease")
                .then();
    }

    private static ValidatableResponse fence(long of, boolean halted) {
        return asService()
                .body("{\"account\":\"PAPER-001\",\"epoch\":" + of + ",\"halted\":" + halted
                        + ",\"by\":\"ann\",\"reason\":\"drill\"}")
                .put("/internal/fence")
                .then();
    }

    private static ValidatableResponse deliver(int status, Message... messages) {
        String body = Arrays.stream(messages)
                .map(message -> new String(Wire.write(message), UTF_8))
                .collect(Collectors.joining(",", "[", "]"));
        return asService().body(body).post("/internal/orders").then().statusCode(status);
    }

    private static ValidatableResponse state() {
        return asService().get("/internal/state").then().statusCode(200);
    }

    private static RequestSpecification asService() {
        return given().auth().preemptive().basic("fluxhero", "test-secret").contentType("application/json");
    }

    private void consume(CandleMessage candle) {
        topics.<ConsumerRecords<String, byte[]>>source("candles-in")
                .send(Batches.of("candles", candle.key(), Wire.write(candle)));
        await().atMost(PATIENCE).until(() -> Tables.hasTakenIn(candle.meta().messageId()));
        idle();
    }

    private void idle() {
        desk.wake();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(desk::isIdle);
    }

    private void compare() {
        desk.compareSoon();
        idle();
    }

    private static String stateOf(String orderId) {
        return String.join("", Tables.strings("SELECT state FROM orders WHERE order_id = '" + orderId + "'"));
    }

    private static void foreignExecution(String id, String symbol, int shares) {
        execute(
                "INSERT INTO paper_executions (fill_id, order_id, entry_order_id, symbol, bar_time, intent, side, shares,"
                        + " price_micros, commission_micros, slippage_micros) VALUES ('" + id + "', '" + id + "', '"
                        + id + "', '"
                        + symbol + "', now(), 'ENTRY', 'LONG', " + shares + ", 0, 0, 0)");
    }

    private static void execute(String sql) {
        List<String> done = Tables.strings("WITH done AS (" + sql + " RETURNING 1) SELECT count(*) FROM done");
        assertThat(done).containsExactly("1");
    }
}
