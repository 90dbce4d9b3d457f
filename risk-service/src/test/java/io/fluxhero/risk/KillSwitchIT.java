package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.asService;
import static io.fluxhero.risk.Doors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.fluxhero.risk.domain.account.Account;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kill switch in the hands of people, of rules and of execution, with Kafka away: only its outbox is looked at. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class KillSwitchIT {

    private static final Map<String, Object> RESET = Map.of("reason", "over", "requested_by", "bob", "role", "ADMIN");

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
    void leave_the_account_trading_and_flat() {
        StandInExecution.isItselfAgain();
        for (OrderMessage order : Tables.sent("orders", OrderMessage.class, 0)) {
            boolean isPending = order instanceof OrderApproved approved
                    && account().state().pending().stream()
                            .anyMatch(ticket -> ticket.orderId().equals(approved.orderId()));
            if (isPending && ((OrderApproved) order).intent() == OrderIntent.ENTRY) {
                world.send(Said.cancelled((OrderApproved) order, World.nextDay()));
            } else if (isPending) {
                String entry = account().state().positions().getFirst().entryOrderId();
                world.send(Said.filled((OrderApproved) order, entry, World.nextDay(), "100"));
            }
        }
        await().until(() -> account().state().pending().isEmpty());
        if (account().isHalted()) {
            post("resume", null, RESET).statusCode(200);
        }
        assertThat(account().state().positions()).isEmpty();
    }

    @Test
    void stops_and_closes_all_in_the_books_and_at_execution_and_takes_a_person_and_a_checklist_to_reset() {
        OrderApproved entry = world.openPosition();
        long epoch = account().latch().epoch();
        assertThat(entry.riskEpoch()).isEqualTo(epoch);
        assertThat(entry.expiresAt()).isEqualTo(entry.meta().occurredAt().plusSeconds(60));
        long since = Tables.lastSent();

        post("halt", "key-1", halt("drill", "ann"))
                .statusCode(200)
                .body("trading_status", equalTo("DISABLED"))
                .body("epoch", equalTo((int) epoch + 1))
                .body("halted_by", equalTo("ann"))
                .body("closed", contains("SPY"))
                .body("closing", equalTo("FLATTENING"))
                .body("untold", empty());

        List<OrderMessage> orders = Tables.sent("orders", OrderMessage.class, since);
        assertThat(orders).hasSize(2);
        assertThat(orders.getFirst()).isInstanceOf(FlattenRequested.class);
        OrderApproved closing = (OrderApproved) orders.getLast();
        assertThat(closing.intent()).isEqualTo(OrderIntent.FLATTEN);
        assertThat(closing.side()).isEqualTo(OrderSide.SELL);
        assertThat(closing.quantity()).isEqualTo(entry.quantity());
        assertThat(closing.expiresAt()).as("reductions never expire").isNull();
        assertThat(StandInExecution.ORDERS).as("the same messages, directly").isEqualTo(asTold(orders));
        assertThat(StandInExecution.halted).isTrue();
        assertThat(StandInExecution.fenceEpoch).isEqualTo(epoch + 1);
        assertRefusedWhileOrdersAreOpen();

        world.send(Said.filled(closing, entry.orderId(), World.nextDay(), "101"));
        await().until(() -> account().state().positions().isEmpty());
        assertBlockedThenReset(epoch);
    }

    private void assertRefusedWhileOrdersAreOpen() {
        post("resume", null, RESET)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("reset-refused"))
                .body("checklist.findAll { !it.ok }.name", contains("no-open-orders"));
        StandInExecution.state = "RECOVERING";
        StandInExecution.unknownOrders = 2;
        asService()
                .get("/internal/kill-switch")
                .then()
                .statusCode(200)
                .body("halted_by", equalTo("ann"))
                .body("open_positions", contains("SPY"))
                .body(
                        "checklist.findAll { !it.ok }.name",
                        contains("execution-reconciled", "no-open-orders", "no-unknown-orders"));
        StandInExecution.isItselfAgain();
        StandInExecution.halted = true;
    }

    private void assertBlockedThenReset(long epoch) {
        Instant day = World.nextDay();
        long since = Tables.lastSent();
        world.bar(day, "100", Said.longEntry("sig-" + day, "SPY", day, "100", "95"));
        assertThat(Tables.sent("orders", OrderMessage.class, since).getFirst())
                .isInstanceOfSatisfying(
                        OrderDenied.class, denied -> assertThat(denied.code()).isEqualTo("REJECTED_TRADING_DISABLED"));

        post("resume", null, Map.of("requested_by", "bob", "role", "ADMIN"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("reason"));
        StandInExecution.openClosings = 1;
        post("resume", null, RESET)
                .statusCode(409)
                .body("checklist.findAll { !it.ok }.name", contains("no-open-orders"));
        StandInExecution.openClosings = 0;
        post("resume", null, RESET).statusCode(200).body("trading_status", equalTo("ACTIVE"));
        assertThat(account().latch().epoch()).isEqualTo(epoch + 2);
        assertThat(StandInExecution.halted).isFalse();
        assertThat(StandInExecution.fenceEpoch).isEqualTo(epoch + 2);
        post("resume", null, RESET).statusCode(409).body("code", equalTo("not-halted"));
        asService()
                .get("/internal/audit")
                .then()
                .body("intact", equalTo(true))
                .body("entries.action", hasItems("HALT_AND_CLOSE_ALL", "RESUME"))
                .body("entries[-2].role", equalTo("ADMIN"))
                .body("entries[-2].result", startsWith("done"))
                .body("entries[-1].result", equalTo("refused: NOT_HALTED"));
        asService()
                .get("/internal/alerts?limit=2")
                .then()
                .body("alerts.type", contains("trading-resumed", "trading-halted"));
    }

    @Test
    void pressed_again_changes_nothing_and_says_who_was_first() {
        world.openPosition();
        post("halt", "key-2", halt("drill", "ann")).statusCode(200);
        String first = post("halt", "key-2", halt("drill", "ann"))
                .statusCode(200)
                .extract()
                .path("request_id");
        Account halted = account();
        long since = Tables.lastSent();

        post("halt", "key-2", halt("drill", "ann")).body("request_id", equalTo(first));
        post("halt", "key-2", halt("another", "ann")).statusCode(409).body("code", equalTo("idempotency-key-reused"));
        post("halt", "key-3", halt("me too", "bob"))
                .statusCode(200)
                .body(
                        "detail",
                        startsWith("already halted since " + halted.latch().haltedAt() + " by ann"))
                .body("halted_by", equalTo("ann"))
                .body("closed", empty())
                .body("epoch", equalTo((int) halted.latch().epoch()));

        assertThat(account().state().haltReason()).isEqualTo("drill");
        assertThat(Tables.sent("orders", OrderMessage.class, since))
                .noneMatch(OrderApproved.class::isInstance)
                .noneMatch(OrderCancelRequested.class::isInstance);
        asService()
                .get("/internal/audit")
                .then()
                .body("entries[-2].result", equalTo("refused: KEY_REUSED"))
                .body("entries[-1].actor", equalTo("bob"));
    }

    @Test
    void works_while_execution_is_away_and_tells_it_later() {
        world.openPosition();
        StandInExecution.away = true;

        post("halt", null, halt("drill", "ann"))
                .statusCode(200)
                .body("trading_status", equalTo("DISABLED"))
                .body("untold", hasSize(2))
                .body("untold[0]", containsString("fence"));
        post("resume", null, RESET)
                .statusCode(409)
                .body("checklist.findAll { !it.ok }.name", hasItems("execution-reconciled"));
        assertThat(StandInExecution.halted).isFalse();

        StandInExecution.away = false;
        await().atMost(Duration.ofSeconds(5)).until(() -> StandInExecution.halted);
        assertThat(StandInExecution.fenceEpoch).isEqualTo(account().latch().epoch());
        int leases = StandInExecution.LEASES.size();
        await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        assertThat(StandInExecution.LEASES)
                .as("no leave to open positions while halted")
                .hasSize(leases);
    }

    @Test
    void takes_over_a_halt_that_execution_was_told_of_alone() {
        long epoch = account().latch().epoch();
        StandInExecution.fenceEpoch = epoch + 3;
        StandInExecution.halted = true;

        await().atMost(Duration.ofSeconds(5)).until(() -> account().isHalted());

        assertThat(account().state().haltTrigger()).isEqualTo("MANUAL");
        assertThat(account().state().haltReason()).isEqualTo("smoke");
        assertThat(account().latch().haltedBy()).isEqualTo("ann");
        assertThat(account().latch().epoch()).isGreaterThanOrEqualTo(epoch + 3);
        post("resume", null, RESET).statusCode(200);
        assertThat(StandInExecution.halted).isFalse();
    }

    /** Execution has its half of the press before ours is committed, and the renewal of the lease waits for the same row. */
    @Test
    void one_press_is_one_halt_where_execution_was_told_first() throws Exception {
        long epoch = account().latch().epoch();
        long halts = Tables.count("SELECT count(*) FROM alerts WHERE type = 'trading-halted'");
        CompletableFuture<Void> press;
        try (Connection slow = EmbeddedPostgresResource.connect("risk");
                Statement lock = slow.createStatement()) {
            slow.setAutoCommit(false);
            lock.execute("SELECT 1 FROM account_state FOR UPDATE");
            press = CompletableFuture.runAsync(
                    () -> post("halt", null, halt("drill", "ann")).statusCode(200), Thread::startVirtualThread);
            await().until(() -> waitingForTheAccount() == 1);
            StandInExecution.fenceEpoch = epoch + 1;
            StandInExecution.halted = true;
            await().until(() -> waitingForTheAccount() == 2);
            slow.rollback();
        }
        press.join();

        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(account().latch().haltedBy()).isEqualTo("ann");
        assertThat(Tables.count("SELECT count(*) FROM alerts WHERE type = 'trading-halted'"))
                .isEqualTo(halts + 1);
    }

    private static long waitingForTheAccount() {
        return Tables.count("SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    @Test
    void renews_the_lease_of_the_epoch() {
        StandInExecution.LEASES.clear();
        await().until(() -> !StandInExecution.LEASES.isEmpty());

        JsonNode lease = StandInExecution.LEASES.getLast();
        assertThat(lease.path("account").asText()).isEqualTo("PAPER-001");
        assertThat(lease.path("epoch").asLong()).isEqualTo(account().latch().epoch());
        assertThat(lease.path("valid_for_ms").asLong()).isEqualTo(10_000);
        StandInExecution.away = true;
        await().untilAsserted(() -> asService()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'lease at execution' }.data.problem",
                        containsString("execution-service answered 503")));
    }

    @Test
    void stops_by_itself_where_execution_or_the_broker_cannot_be_trusted() {
        StandInExecution.state = "HALTED";
        await().atMost(Duration.ofSeconds(5)).until(() -> account().isHalted());
        assertThat(account().state().haltTrigger()).isEqualTo("SYSTEM");
        StandInExecution.state = "READY";
        post("resume", null, RESET).statusCode(200);

        StandInExecution.brokerErrors = 3;
        await().atMost(Duration.ofSeconds(5)).until(() -> account().isHalted());
        assertThat(account().state().haltReason()).contains("3 times in a row");
        asService()
                .get("/internal/audit")
                .then()
                .body("entries[-1].actor", equalTo("risk-service"))
                .body("entries[-1].role", equalTo("SYSTEM"));
    }

    @Test
    void the_audit_can_neither_be_changed_nor_shortened() throws Exception {
        post("halt", null, halt("drill", "ann")).statusCode(200);

        try (Connection connection = EmbeddedPostgresResource.connect("risk")) {
            for (String attempt :
                    List.of("UPDATE audit SET reason = 'nothing'", "DELETE FROM audit", "TRUNCATE audit")) {
                assertThatThrownBy(() -> connection.createStatement().executeUpdate(attempt))
                        .hasMessageContaining("append-only");
            }
        }
    }

    private Account account() {
        return readAccount.now().account();
    }

    private static Map<String, Object> halt(String reason, String by) {
        return Map.of("reason", reason, "requested_by", by, "role", "TRADER", "flatten", true);
    }

    private static List<JsonNode> asTold(List<OrderMessage> orders) {
        return orders.stream()
                .map(order -> {
                    try {
                        return Wire.mapper().readTree(new String(Wire.write(order), StandardCharsets.UTF_8));
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
