package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.asService;
import static io.fluxhero.risk.Doors.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class RiskServiceIT {

    private static final List<List<Integer>> ALL_ORDERS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    ReadAccount readAccount;

    private World world;

    @BeforeEach
    void enter() {
        StandInExecution.isItselfAgain();
        world = new World(topics);
    }

    @Test
    void parts_of_a_bar_give_the_same_orders_in_whatever_order_they_come() {
        for (List<Integer> order : ALL_ORDERS) {
            Instant day = World.nextDay();
            long since = Tables.lastSent();
            EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", "95");
            List<Message> parts = List.of(
                    Said.settled("SPY", day, "100"), Said.indicators("SPY", day, "100", signal.signalId()), signal);
            world.sendAndAwait(Said.indicators("QQQ", day, "50"));
            order.forEach(part -> world.sendAndAwait(parts.get(part)));
            world.send(Said.settled("QQQ", day, "50"));
            World.awaitDecided(day);

            List<OrderMessage> orders = Tables.sent("orders", OrderMessage.class, since);
            assertThat(orders).as("order of arrival %s", order).hasSize(2);
            OrderApproved approved = (OrderApproved) orders.getFirst();
            Doors.assertSizedEntry(approved, signal);
            assertThat(orders.getLast()).isInstanceOfSatisfying(BarDecided.class, decided -> {
                assertThat(decided.barTime()).isEqualTo(day);
                assertThat(decided.waitedInVain()).isFalse();
                assertThat(decided.meta().correlationId()).isEqualTo(Said.candle("QQQ", day));
            });
            assertThat(Tables.sent("portfolio", PortfolioMessage.class, since)).hasSize(1);
            world.send(Said.cancelled(approved, day));
            await().until(() -> readAccount.now().account().state().pending().isEmpty());
        }
        assertThat(Tables.count("SELECT count(*) FROM bar_inputs")).isZero();
    }

    @Test
    void a_denial_is_published_and_recorded_with_its_figures() {
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", "101");
        world.bar(day, "100", signal);

        OrderDenied denied =
                (OrderDenied) Tables.sent("orders", OrderMessage.class, since).getFirst();
        assertThat(denied.signalId()).isEqualTo(signal.signalId());
        assertThat(denied.code()).isEqualTo("REJECTED_INVALID");
        assertThat(denied.figures()).isNotEmpty();
        asService()
                .get("/internal/decisions?limit=1")
                .then()
                .statusCode(200)
                .body("decisions", hasSize(1))
                .body("decisions[0].outcome", equalTo("DENIED"))
                .body("decisions[0].code", equalTo("REJECTED_INVALID"))
                .body("decisions[0].signal_id", equalTo(signal.signalId()))
                .body("decisions[0].figures.size()", equalTo(denied.figures().size()));
        asService()
                .get("/internal/signals/" + signal.signalId() + "/decisions")
                .then()
                .statusCode(200)
                .body("decisions.outcome", contains("DENIED"));
    }

    @Test
    void an_entry_that_does_not_explain_its_stop_is_explained_with_it() {
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", new BigDecimal("95"), null);
        world.bar(day, "100", signal);

        OrderApproved approved =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getFirst();
        Doors.assertSizedEntry(approved, signal);
        assertThat(approved.explanation().stopLoss()).isEqualByComparingTo("95");
        world.send(Said.cancelled(approved, day));
        await().until(() -> readAccount.now().account().state().pending().isEmpty());
    }

    @Test
    void an_entry_without_a_stop_is_denied_and_its_bar_is_decided() {
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        world.bar(day, "100", Said.longEntry("sig-" + day, "SPY", day, "100", null, null));

        assertThat(Tables.sent("orders", OrderMessage.class, since).getFirst())
                .isInstanceOfSatisfying(
                        OrderDenied.class, denied -> assertThat(denied.code()).isEqualTo("REJECTED_NO_STOP"));
    }

    @Test
    void what_the_broker_holds_and_is_not_ours_counts_until_it_is_gone() {
        world.send(Said.external("GLD", World.nextDay(), -300, "170"));
        await().untilAsserted(
                        () -> assertThat(readAccount.now().figures().exposure()).isEqualTo(Micros.of(51_000)));
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        world.bar(day, "100", Said.longEntry("sig-" + day, "SPY", day, "100", "95"));
        assertThat(Tables.sent("orders", OrderMessage.class, since).getFirst())
                .isInstanceOfSatisfying(OrderDenied.class, denied -> {
                    assertThat(denied.code()).isEqualTo("REJECTED_TOTAL_EXPOSURE");
                    assertThat(denied.figures().get("exposure")).isEqualByComparingTo("51000");
                });

        world.send(Said.external("GLD", World.nextDay(), 0, "170"));
        await().untilAsserted(
                        () -> assertThat(readAccount.now().figures().exposure()).isZero());
    }

    @Test
    void every_signal_has_exactly_one_recorded_outcome() {
        Instant day = World.nextDay();
        EntrySignalled listed = Said.longEntry("listed-" + day, "SPY", day, "100", "101");
        EntrySignalled unlisted = Said.longEntry("unlisted-" + day, "SPY", day, "100", "95");
        EntrySignalled ofNoBar = Said.longEntry("of-no-bar-" + day, "SPY", day.minus(Duration.ofHours(1)), "100", "95");
        world.sendAndAwait(unlisted);
        world.sendAndAwait(ofNoBar);
        world.bar(day, "100", listed);
        EntrySignalled late = Said.longEntry("late-" + day, "SPY", day, "100", "95");
        long since = Tables.lastSent();
        world.sendAndAwait(late);
        world.sendAndAwait(listed);

        Map<EntrySignalled, String> outcomes =
                Map.of(listed, "DENIED", unlisted, "IGNORED", ofNoBar, "IGNORED", late, "LATE");
        outcomes.forEach((signal, outcome) -> asService()
                .get("/internal/signals/" + signal.signalId() + "/decisions")
                .then()
                .body("decisions.outcome", contains(outcome)));
        assertThat(Tables.text("SELECT code FROM decisions WHERE signal_id = '" + unlisted.signalId() + "'"))
                .isEqualTo("UNLISTED");
        assertThat(Tables.sent("orders", OrderMessage.class, since))
                .as("nothing is ordered late")
                .isEmpty();
    }

    @Test
    void a_repeated_message_has_no_second_effect() {
        Instant day = World.nextDay();
        EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", "101");
        world.bar(day, "100", signal);
        long since = Tables.lastSent();
        AccountState before = readAccount.now().account().state();

        world.send(Said.settled("SPY", day, "100"));
        world.send(Said.indicators("SPY", day, "100", signal.signalId()));
        world.send(signal);
        Instant next = World.nextDay();
        world.bar(next, "100");

        assertThat(Tables.sent("orders", OrderMessage.class, since)).hasSize(1);
        assertThat(Tables.count("SELECT count(*) FROM decisions WHERE signal_id = '" + signal.signalId() + "'"))
                .isEqualTo(1);
        assertThat(readAccount.now().account().state().cashMicros()).isEqualTo(before.cashMicros());
    }

    @Test
    void bytes_that_are_no_message_go_to_the_dead_letters_with_an_alert_and_the_next_one_counts() {
        long since = Tables.lastSent();
        for (String topic : List.of("fills", "indicators", "signals")) {
            world.sendBytes(topic, poisonFor(topic));
        }
        Instant day = World.nextDay();
        world.bar(day, "100");

        for (String topic : List.of("fills", "indicators", "signals")) {
            await().untilAsserted(() -> assertThat(
                            Tables.text("SELECT encode(value, 'hex') FROM outbox WHERE topic = '" + topic + ".dlq'"))
                    .isEqualTo(HexFormat.of().formatHex(poisonFor(topic))));
            assertThat(Tables.sent("risk-alerts", RiskAlert.class, since))
                    .filteredOn(alert -> alert instanceof SystemFaulted faulted
                            && faulted.code().equals("DEAD_LETTER")
                            && faulted.detail().contains(" went to " + topic + ".dlq: "))
                    .hasSize(1);
        }
    }

    /** With a zero byte, which the reason repeats and no text of the database can hold. */
    private static byte[] poisonFor(String topic) {
        return ("poi\0son for " + topic).getBytes(UTF_8);
    }

    @Test
    void a_symbol_that_says_nothing_is_waited_for_until_patience_ends() {
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        world.quiet("SPY", day);
        World.awaitDecided(day);

        assertThat(Tables.sent("orders", OrderMessage.class, since))
                .singleElement()
                .isInstanceOfSatisfying(
                        BarDecided.class,
                        decided -> assertThat(decided.waitedInVain()).isTrue());
    }

    @Test
    void a_bar_that_waits_for_a_signal_raises_one_alert_and_is_decided_once_the_signal_is_there() {
        Instant day = World.nextDay();
        EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", "95");
        long since = Tables.lastSent();
        world.quiet("QQQ", day);
        world.send(Said.indicators("SPY", day, "100", signal.signalId()));
        world.send(Said.settled("SPY", day, "100"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Tables.sent("risk-alerts", RiskAlert.class, since).isEmpty());
        assertThat(Tables.count("SELECT count(*) FROM equity_points WHERE bar_time = '" + day + "'"))
                .as("nothing is decided without it")
                .isZero();

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Tables.sent("risk-alerts", RiskAlert.class, since).size() == 1);
        assertThat(Tables.sent("risk-alerts", RiskAlert.class, since))
                .singleElement()
                .isInstanceOfSatisfying(SystemFaulted.class, alert -> {
                    assertThat(alert.code()).isEqualTo("BAR_WAITS");
                    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(alert.detail())
                            .contains(day.toString())
                            .endsWith("by now: SPY: signal " + signal.signalId() + " has not come");
                });

        world.send(signal);
        World.awaitDecided(day);
        OrderApproved entry = Tables.sent("orders", OrderMessage.class, since).stream()
                .filter(OrderApproved.class::isInstance)
                .map(OrderApproved.class::cast)
                .findFirst()
                .orElseThrow();
        world.send(Said.cancelled(entry, day));
        await().until(() -> readAccount.now().account().state().pending().isEmpty());
    }

    @Test
    void what_is_stored_is_what_the_engine_holds_after_the_same_events() {
        AccountState stored = readAccount.now().account().state();
        Portfolio byHand =
                Portfolio.restored(RiskConfig.defaults(), (cause, leg) -> Ids.derive("ord", cause, leg), stored);
        Instant day = World.nextDay();
        EntrySignalled signal = Said.longEntry("sig-" + day, "SPY", day, "100", "95");
        world.bar(day, "100", signal);

        long sessionDay = day.getEpochSecond() / 86_400;
        List<SettledBar.Identified> signals = List.of(new SettledBar.Identified(
                signal.signalId(), ReadSignal.of(signal).signal()));
        byHand.onBars(
                day.toEpochMilli(),
                sessionDay,
                List.of(new SettledBar("QQQ", 50, 2, List.of()), new SettledBar("SPY", 100, 2, signals)));
        assertThat(readAccount.now().account().state()).isEqualTo(byHand.state());
        assertThat(byHand.state().pending()).hasSize(1);

        String orderId = byHand.state().pending().getFirst().orderId();
        byHand.onOrderEnded(orderId);
        world.send(Said.cancelled(World.approvedOrder(orderId), day));
        await().untilAsserted(
                        () -> assertThat(readAccount.now().account().state()).isEqualTo(byHand.state()));
    }

    @Test
    void three_hundred_bars_in_lock_step_take_seconds() {
        List<Instant> days =
                IntStream.range(0, 300).mapToObj(i -> World.nextDay()).toList();
        for (String symbol : List.of("QQQ", "SPY")) {
            world.sendBytes(
                    "indicators",
                    days.stream()
                            .map(day -> Wire.write(Said.indicators(symbol, day, "100")))
                            .toArray(byte[][]::new));
        }
        await().until(() -> Tables.count("SELECT count(*) FROM bar_inputs") == 600);
        long before = System.nanoTime();
        for (Instant day : days) {
            world.send(Said.settled("QQQ", day, "50"));
            world.send(Said.settled("SPY", day, "100"));
        }
        World.awaitDecided(days.getLast());
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        System.out.printf("300 bars of two symbols, two transactions each: %d ms%n", taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
        assertThat(Tables.count("SELECT count(*) FROM bar_inputs")).isZero();
    }

    @Test
    void figures_are_for_callers_with_the_secret_and_name_what_is_wrong() {
        world.bar(World.nextDay(), "100");
        given().get("/internal/account").then().statusCode(401);
        asService()
                .get("/internal/account")
                .then()
                .statusCode(200)
                .body("account", equalTo("PAPER-001"))
                .body("initial_capital", equalTo(100_000f))
                .body("trading_status", equalTo("ACTIVE"));
        asService()
                .get("/internal/limits")
                .then()
                .body(
                        "name",
                        contains("largest_position", "total_exposure", "open_positions", "drawdown", "daily_loss"));
        asService()
                .get("/internal/equity?from=2020-01-01")
                .then()
                .statusCode(200)
                .body("time[0]", equalTo((int)
                        World.FIRST_DAY.plus(Duration.ofDays(1)).getEpochSecond()));
        asService().get("/internal/decisions?limit=many").then().statusCode(400).body("field", equalTo("limit"));
        post("close", null, Map.of("symbol", "QQQ", "reason", "test", "requested_by", "ann", "role", "TRADER"))
                .statusCode(404)
                .body("code", equalTo("no-position"));
        post("halt", null, Map.of("reason", "r", "requested_by", "a", "role", "TRADER", "flatten", "maybe"))
                .statusCode(400)
                .body("field", equalTo("flatten"));
    }
}
