package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.asService;
import static io.fluxhero.risk.Doors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders on a person's word. SPY stands at 100, the account has about 100 000 dollars. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class PersonalOrdersIT {

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    ReadAccount readAccount;

    private World world;

    @BeforeEach
    void a_flat_account_with_SPY_at_100() {
        StandInExecution.isItselfAgain();
        StandInExecution.ORDERS.clear();
        world = new World(topics);
        world.bar(World.nextDay(), "100");
        assertThat(state().positions()).isEmpty();
        assertThat(state().pending()).isEmpty();
    }

    @Test
    void an_entry_keeps_its_size_terms_and_stops_and_is_reserved_until_it_ends() {
        long since = Tables.lastSent();
        Map<String, Object> body = order("BUY", 100, "LIMIT", "limit_price", 99, "protective_stop", 95.5);
        body.put("take_profit", 120);

        String first = post("orders", "buy-1", body)
                .statusCode(200)
                .body("order_ids", hasSize(1))
                .body("closed", empty())
                .body("figures.quantity", equalTo(100))
                .body("figures.value", equalTo(9900))
                .body("figures.open_positions", equalTo(1))
                .body("figures.positions_limit", equalTo(5))
                .body("figures.exposure", equalTo(9900))
                .body("figures.reserved", equalTo(0))
                .body("figures.keySet()", hasItems("position_limit", "exposure_limit", "free_cash"))
                .body("untold", empty())
                .extract()
                .asString();
        assertThat(post("orders", "buy-1", body).statusCode(200).extract().asString())
                .isEqualTo(first);
        body.put("quantity", 90);
        post("orders", "buy-1", body).statusCode(409).body("code", equalTo("idempotency-key-reused"));

        List<OrderMessage> sent = Tables.sent("orders", OrderMessage.class, since);
        assertThat(sent).hasSize(1);
        OrderApproved approved = (OrderApproved) sent.getFirst();
        assertAsOrderedAndHandedOver(approved);
        assertAudited();
        cancelled(approved);
    }

    private void assertAsOrderedAndHandedOver(OrderApproved approved) {
        assertThat(approved.orderType()).isEqualTo(OrderType.LIMIT);
        assertThat(approved.limitPrice()).isEqualByComparingTo("99");
        assertThat(approved.stopPrice()).isNull();
        assertThat(approved.protectiveStop()).isEqualByComparingTo("95.5");
        assertThat(approved.takeProfit()).isEqualByComparingTo("120");
        assertThat(approved.signalId()).isNull();
        assertThat(approved.riskEpoch())
                .isEqualTo(readAccount.now().account().latch().epoch());
        assertThat(StandInExecution.ORDERS)
                .as("handed over directly")
                .singleElement()
                .satisfies(told -> assertThat(told.at("/meta/messageId").asText())
                        .isEqualTo(approved.meta().messageId()));
        assertThat(readAccount.now().figures().buyingPower())
                .isEqualTo(readAccount.now().figures().cash() - 9_900_000_000L);
    }

    private static void assertAudited() {
        asService()
                .get("/internal/audit")
                .then()
                .body("intact", equalTo(true))
                .body("entries[-1].result", equalTo("refused: KEY_REUSED"))
                .body("entries[-2].action", equalTo("ORDER"))
                .body("entries[-2].reason", equalTo("a hunch"))
                .body("entries[-2].result", equalTo("done: buying 100 of 100 SPY"));
    }

    @Test
    void what_the_limits_do_not_allow_is_denied_with_figures_and_audited() {
        long since = Tables.lastSent();
        Map<String, Object> tooLarge = order("BUY", 500, "MARKET", "protective_stop", 99.5);

        String first = post("orders", "buy-2", tooLarge)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("order-denied"))
                .body("detail", startsWith("REJECTED_POSITION_TOO_LARGE: "))
                .body("figures.value", equalTo(50000))
                .extract()
                .path("detail");
        post("orders", "buy-2", tooLarge).statusCode(422).body("detail", equalTo(first));
        post("orders", "buy-3", order("BUY", 10, "MARKET"))
                .statusCode(422)
                .body("detail", startsWith("REJECTED_NO_STOP"));
        post("orders", "sell-1", order("SELL", 10, "MARKET"))
                .statusCode(422)
                .body("detail", startsWith("REJECTED_MORE_THAN_HELD"))
                .body("figures.held", equalTo(0));

        assertThat(Tables.sent("orders", OrderMessage.class, since)).hasSize(3).allMatch(OrderDenied.class::isInstance);
        asService()
                .get("/internal/audit")
                .then()
                .body("entries[-1].result", startsWith("denied: REJECTED_MORE_THAN_HELD"));
        asService()
                .get("/internal/decisions?limit=1")
                .then()
                .body("decisions[0].outcome", equalTo("DENIED"))
                .body("decisions[0].signal_id", nullValue());
    }

    @Test
    void a_request_that_makes_no_sense_is_refused_with_its_field() {
        post("orders", null, order("BUY", 10, "MARKET")).statusCode(400).body("field", equalTo("Idempotency-Key"));
        assertBad("limit_price", order("BUY", 10, "LIMIT", "protective_stop", 95));
        assertBad("limit_price", order("BUY", 10, "STOP", "limit_price", 90, "stop_price", 105));
        assertBad("stop_price", order("BUY", 10, "STOP_LIMIT", "limit_price", 90));
        assertBad("quantity", order("BUY", 0, "MARKET"));
        assertBad("type", order("BUY", 1, "ICEBERG"));
        Map<String, Object> unwatched = order("BUY", 1, "MARKET");
        unwatched.put("symbol", "TSLA");
        assertBad("symbol", unwatched);
    }

    private static void assertBad(String field, Map<String, Object> body) {
        post("orders", "bad", body).statusCode(400).body("field", equalTo(field));
    }

    @Test
    void one_order_or_all_are_cancelled_and_a_position_is_sold_in_parts() {
        String entry = post("orders", "e-1", order("BUY", 50, "STOP", "stop_price", 101, "protective_stop", 97))
                .statusCode(200)
                .extract()
                .path("order_ids[0]");
        long since = Tables.lastSent();
        post("cancel", null, Map.of("order_id", "nonsense", "reason", "r", "requested_by", "ann", "role", "TRADER"))
                .statusCode(404)
                .body("code", equalTo("no-order"));
        post("cancel", null, Map.of("order_id", entry, "reason", "r", "requested_by", "ann", "role", "TRADER"))
                .statusCode(200)
                .body("cancelled", contains(entry));
        post("cancel", null, Map.of("reason", "all", "requested_by", "ann", "role", "TRADER"))
                .statusCode(200)
                .body("cancelled", hasItem(entry));
        assertThat(Tables.sent("orders", OrderMessage.class, since))
                .hasSize(2)
                .allMatch(OrderCancelRequested.class::isInstance);
        OrderApproved bought = World.approvedOrder(entry);
        world.send(Said.filled(bought, entry, World.nextDay(), "101"));
        await().until(() -> state().positions().size() == 1);

        post("orders", "s-1", order("SELL", 20, "LIMIT", "limit_price", 130)).statusCode(200);
        post("orders", "s-2", order("SELL", 50, "MARKET"))
                .statusCode(200)
                .body("closed", contains("SPY"))
                .body("cancelled", hasSize(1));
        List<OrderMessage> sold = Tables.sent("orders", OrderMessage.class, since);
        OrderApproved flatten = (OrderApproved) sold.getLast();
        assertThat(flatten.intent()).isEqualTo(OrderIntent.FLATTEN);
        assertThat(flatten.expiresAt()).isNull();
        OrderApproved part = (OrderApproved) sold.get(sold.size() - 3);
        assertThat(part.intent()).isEqualTo(OrderIntent.EXIT);
        assertThat(part.quantity()).isEqualTo(20);
        cancelled(part);
        world.send(Said.filled(flatten, entry, World.nextDay(), "101"));
        await().until(() -> state().positions().isEmpty());
        asService().get("/internal/audit").then().body("entries.action", hasItem("CANCEL_ALL"));
    }

    private void cancelled(OrderApproved order) {
        world.send(Said.cancelled(order, World.nextDay()));
        await().until(() ->
                state().pending().stream().noneMatch(ticket -> ticket.orderId().equals(order.orderId())));
    }

    private AccountState state() {
        return readAccount.now().account().state();
    }

    private static Map<String, Object> order(String side, int quantity, String type, Object... prices) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "symbol",
                "SPY",
                "side",
                side,
                "quantity",
                quantity,
                "type",
                type,
                "reason",
                "a hunch",
                "requested_by",
                "ann",
                "role",
                "TRADER"));
        for (int i = 0; i < prices.length; i += 2) {
            body.put((String) prices[i], prices[i + 1]);
        }
        return body;
    }
}
