package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.candleId;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.outbox.testing.Batches;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "execution"))
@QuarkusTestResource(InMemoryTopics.class)
class ExecutionServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    DeskThread desk;

    @BeforeEach
    void start_with_empty_books() throws SQLException {
        Tables.empty();
    }

    @Test
    void an_order_becomes_a_trade_that_its_stop_closes() throws SQLException {
        send(candle(0, "100", "101", "99", "100"));
        send(entry("ord-1", 0, 100, "95"), decided(0));
        send(candle(1, "101", "102", "100", "101.5"));
        the_position_is_told();
        send(Said.stopMoved("ord-1", 1, "97"), decided(1));
        send(candle(2, "98", "99", "96", "98"));

        the_fills_are_sent();
        asService().get("/internal/positions").then().body("$", hasSize(0));
        the_trade_is_told();
        asService()
                .get("/internal/orders/ord-1-stop")
                .then()
                .statusCode(200)
                .body("state", equalTo("FILLED"))
                .body("history.to", equalTo(List.of("CREATED", "SUBMITTED", "ACCEPTED", "ACCEPTED", "FILLED")));
        asService()
                .get("/internal/signals/sig-ord-1/trail")
                .then()
                .statusCode(200)
                .body("orders[0].id", equalTo("ord-1"))
                .body("fills[0].intent", equalTo("ENTRY"))
                .body("trade.signal_id", equalTo("sig-ord-1"));
        asService()
                .get("/internal/signals/sig-none/trail")
                .then()
                .statusCode(200)
                .body("orders", hasSize(0));
        asService()
                .get("/internal/summary")
                .then()
                .body("orders_total", equalTo(2))
                .body("trades_closed", equalTo(1))
                .body("win_rate", equalTo(0.0f));
    }

    private static void the_position_is_told() {
        asService()
                .get("/internal/positions")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].symbol", equalTo("SPX"))
                .body("[0].side", equalTo(1))
                .body("[0].side_name", equalTo("LONG"))
                .body("[0].entry_price", equalTo(101.0101f))
                .body("[0].current_price", equalTo(101.5f))
                .body("[0].unrealized_pnl", equalTo(48.99f))
                .body("[0].stop_loss", equalTo(95.0f))
                .body("[0].entry_time", equalTo(day(1).toString()))
                .body("[0].entry_order_id", equalTo("ord-1"));
    }

    private static void the_fills_are_sent() throws SQLException {
        assertThat(Tables.sentTypes())
                .containsExactly(
                        "bar-settled",
                        "order-accepted",
                        "order-filled",
                        "order-accepted",
                        "bar-settled",
                        "order-filled",
                        "bar-settled");
        List<FillMessage> sent = Tables.sent();
        assertThat(sent.get(2)).isInstanceOfSatisfying(OrderFilled.class, fill -> {
            assertThat(fill.fillId()).isEqualTo(Ids.derive("fil", "ord-1", day(1)));
            assertThat(fill.meta().correlationId()).isEqualTo(candleId("SPX", 0));
            assertThat(fill.remainingQuantity()).isZero();
        });
        assertThat(sent.get(5)).isInstanceOfSatisfying(OrderFilled.class, fill -> {
            assertThat(fill.intent()).isEqualTo(OrderIntent.PROTECTIVE_STOP);
            assertThat(fill.entryOrderId()).isEqualTo("ord-1");
            assertThat(fill.price()).isEqualByComparingTo("96.9903");
        });
        assertThat(sent.getLast()).isInstanceOfSatisfying(BarSettled.class, settled -> {
            assertThat(settled.meta().correlationId()).isEqualTo(candleId("SPX", 2));
            assertThat(settled.close()).isEqualByComparingTo("98");
        });
    }

    private static void the_trade_is_told() {
        asService()
                .get("/internal/trades/" + Ids.derive("trd", "ord-1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("exit_reason", equalTo("STOP"))
                .body("exit_time", equalTo(day(2).toString()))
                .body("exit_price", equalTo(96.9903f))
                .body("realized_pnl", equalTo(-402.98f))
                .body("commission", equalTo(1.0f))
                .body("stop_loss", equalTo(97.0f))
                .body("initial_stop", equalTo(95.0f))
                .body("strategy", equalTo("TREND"))
                .body("regime", equalTo("STRONG_TREND"))
                .body("signal_reason", equalTo("BUY SPX @ $100.00\nReason: KAMA crossover"))
                .body("signal_explanation.r_squared", equalTo(0.81f))
                .body("correlation_id", equalTo(candleId("SPX", 0)));
    }

    @Test
    void an_order_that_comes_twice_has_one_effect() {
        send(candle(0, "100", "101", "99", "100"));
        send(entry("ord-1", 0, 100, "95"));
        send(Said.approved("again", "ord-1", "SPX", 0, OrderIntent.ENTRY, 100, "95", candleId("SPX", 0)), decided(0));
        send(candle(1, "101", "102", "100", "101.5"));

        assertThat(Tables.strings("SELECT order_id FROM orders ORDER BY order_id"))
                .containsExactly("ord-1", "ord-1-stop");
        assertThat(Tables.strings("SELECT shares FROM positions")).containsExactly("100");
        assertThat(Tables.sentTypes().stream().filter("order-filled"::equals)).hasSize(1);
    }

    @Test
    void a_candle_ahead_of_the_decision_waits_and_a_repeat_is_ignored() {
        send(
                candle(0, "100", "101", "99", "100"),
                candle(1, "101", "102", "100", "101.5"),
                candle(2, "102", "103", "101", "102.5"));
        assertThat(Tables.sentTypes()).containsExactly("bar-settled");
        assertThat(Tables.strings("SELECT count(*) FROM bar_queue")).containsExactly("2");

        send(decided(0));
        assertThat(Tables.sentTypes()).containsExactly("bar-settled", "bar-settled");
        resend(candle(0, "100", "101", "99", "100"));
        send(decided(1));

        assertThat(Tables.sent())
                .extracting(message -> ((BarSettled) message).barTime())
                .containsExactly(day(0), day(1), day(2));
        assertThat(Tables.strings("SELECT count(*) FROM bar_queue")).containsExactly("0");
    }

    @Test
    void bytes_that_are_no_message_go_to_the_dead_letters_with_an_alert_and_the_next_is_processed() {
        topics.<ConsumerRecords<String, byte[]>>source("candles-in")
                .send(Batches.of(
                        "candles", "SPX", "garbage".getBytes(UTF_8), Wire.write(candle(0, "100", "101", "99", "100"))));
        topics.<ConsumerRecords<String, byte[]>>source("orders-in")
                .send(Batches.of(
                        "orders",
                        Said.ACCOUNT,
                        "{\"type\":\"nonsense\"}".getBytes(UTF_8),
                        Wire.write(entry("ord-1", 0, 100, "95"))));
        awaitAll(candle(0, "100", "101", "99", "100"), entry("ord-1", 0, 100, "95"));

        assertThat(Tables.strings("SELECT topic FROM outbox WHERE topic LIKE '%.dlq' ORDER BY topic"))
                .containsExactly("candles.dlq", "orders.dlq");
        assertThat(Tables.strings("SELECT convert_from(value, 'UTF8')::json ->> 'detail' FROM outbox"
                        + " WHERE topic = 'risk-alerts' ORDER BY 1"))
                .satisfiesExactly(
                        detail -> assertThat(detail).contains("went to candles.dlq: "),
                        detail -> assertThat(detail).contains("went to orders.dlq: "));
        assertThat(Tables.sentTypes()).containsExactlyInAnyOrder("bar-settled", "order-accepted");
    }

    @Test
    void a_restart_in_the_middle_changes_nothing() throws SQLException {
        List<String> without = tradeThrough(() -> {});
        Tables.empty();

        List<String> with = tradeThrough(ExecutionServiceIT::restart);

        assertThat(with).hasSizeGreaterThan(8).isEqualTo(without);
    }

    @Test
    void a_flatten_between_bars_closes_at_the_last_close_and_cancels_what_would_open() {
        send(candle(0, "100", "101", "99", "100"));
        send(entry("ord-1", 0, 100, "95"), decided(0));
        send(candle(1, "101", "102", "100", "101.5"));
        send(entry("ord-2", 1, 50, "95"), decided(1));

        send(Said.flattenAll("req-1", 1), Said.flatten("ord-3", "SPX", 1, 100, "req-1"));

        asService()
                .get("/internal/trades?status=closed")
                .then()
                .body("total_count", equalTo(1))
                .body("trades[0].exit_reason", equalTo("KILL_SWITCH"))
                .body("trades[0].exit_price", equalTo(101.48985f))
                .body("trades[0].exit_time", equalTo(day(1).toString()));
        assertThat(Tables.strings("SELECT order_id || ' ' || state FROM orders ORDER BY order_id"))
                .containsExactly("ord-1 FILLED", "ord-1-stop CANCELLED", "ord-2 CANCELLED", "ord-3 FILLED");
        assertThat(Tables.strings("SELECT count(*) FROM paper_orders WHERE working"))
                .containsExactly("0");
    }

    @Test
    void a_flatten_of_what_is_not_held_ends_without_reaching_the_broker() {
        send(Said.flatten("ord-1", "QQQ", 0, 100, "req-1"));

        assertThat(Tables.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderCancelled.class,
                        cancelled -> assertThat(cancelled.reason()).isEqualTo("NOTHING_TO_CLOSE"));
        asService().get("/internal/orders?state=cancelled").then().body("orders[0].id", equalTo("ord-1"));
    }

    @Test
    void an_entry_that_comes_too_late_expires_and_the_broker_never_hears_of_it() {
        send(candle(0, "100", "101", "99", "100"));
        send(decided(0));
        send(candle(1, "101", "102", "100", "101.5"));

        send(Said.admitted(entry("ord-1", 0, 100, "95"), null, day(1).plusSeconds(60)), decided(1));

        assertThat(Tables.sentTypes()).containsExactly("bar-settled", "bar-settled", "order-expired");
        assertThat(Tables.strings("SELECT count(*) FROM paper_events")).containsExactly("0");
        asService()
                .get("/internal/orders/ord-1")
                .then()
                .body("state", equalTo("EXPIRED"))
                .body("history.to", equalTo(List.of("CREATED", "EXPIRED")));
    }

    @Test
    void a_cancelled_entry_never_fills() {
        send(candle(0, "100", "101", "99", "100"));
        send(entry("ord-1", 0, 100, "95"), Said.cancel("ord-1", 0), decided(0));
        send(candle(1, "101", "102", "100", "101.5"));

        assertThat(Tables.sentTypes()).containsExactly("bar-settled", "order-cancelled", "bar-settled");
        asService()
                .get("/internal/orders/ord-1")
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("average_price", nullValue());
    }

    @Test
    void bad_input_is_answered_with_the_field_that_is_wrong() {
        for (String[] bad : new String[][] {
            {"trades?page_size=101", "page_size"},
            {"trades?page=0", "page"},
            {"trades?status=BROKEN", "status"},
            {"trades?from=yesterday", "from"},
            {"trades?from=2020-02-01&to=2020-01-01", "to"},
            {"orders?state=DENIED", "state"},
            {"fills?limit=x", "limit"}
        }) {
            asService()
                    .get("/internal/" + bad[0])
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo(bad[1]))
                    .body("code", equalTo("invalid-request"));
        }
        asService().get("/internal/trades/none").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/internal/trades").then().statusCode(401);
    }

    /** Two trades over eight bars; returns every fill and every message that left. */
    private List<String> tradeThrough(Runnable interruption) {
        send(candle(0, "100", "101", "99", "100"));
        send(entry("ord-1", 0, 100, "95"), decided(0));
        interruption.run();
        send(candle(1, "101", "102", "100", "101.5"));
        send(Said.stopMoved("ord-1", 1, "99"), decided(1));
        interruption.run();
        send(candle(2, "101", "103", "100", "102"));
        send(Said.exit("ord-2", 2, 100), decided(2));
        interruption.run();
        send(candle(3, "104", "105", "103", "104"));
        send(entry("ord-3", 3, 90, "100"), decided(3));
        interruption.run();
        send(candle(4, "104", "105", "103", "104"), candle(5, "99", "100", "98", "99"));
        interruption.run();
        send(decided(4));
        List<String> fills = Tables.strings("SELECT fill_id || price || commission || slippage FROM fills ORDER BY 1");
        List<String> messages = Tables.strings("SELECT message_id FROM outbox ORDER BY id");
        assertThat(fills).hasSize(4);
        return java.util.stream.Stream.concat(fills.stream(), messages.stream()).toList();
    }

    /** Forgets every bean of ours, as a new process would. */
    private static void restart() {
        for (InjectableContext context : Arc.container().getContexts(ApplicationScoped.class)) {
            Set<InjectableBean<?>> beans =
                    context.getState().getContextualInstances().keySet();
            for (InjectableBean<?> bean : beans) {
                if (bean.getBeanClass().getPackageName().startsWith("io.fluxhero.execution")
                        && bean.getBeanClass() != DeskThread.class
                        && !bean.getBeanClass().getPackageName().endsWith("kafka")) {
                    context.destroy(bean);
                }
            }
        }
    }

    private static RequestSpecification asService() {
        return given().auth().preemptive().basic("fluxhero", "test-secret");
    }

    /** One batch of messages of one topic, committed when this returns. */
    private void send(Message... messages) {
        asService()
                .contentType("application/json")
                .body("{\"account\":\"PAPER-001\",\"epoch\":1000000,\"valid_for_ms\":60000}")
                .put("/internal/lease")
                .then()
                .statusCode(204);
        resend(messages);
        awaitAll(messages);
    }

    private void resend(Message... messages) {
        String topic = messages[0] instanceof CandleMessage ? "candles" : "orders";
        byte[][] values = Arrays.stream(messages).map(Wire::write).toArray(byte[][]::new);
        topics.<ConsumerRecords<String, byte[]>>source(topic + "-in")
                .send(Batches.of(topic, messages[0].key(), values));
    }

    private void awaitAll(Message... messages) {
        for (Message message : messages) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> Tables.hasTakenIn(message.meta().messageId()));
        }
        desk.wake();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(desk::isIdle);
    }
}
