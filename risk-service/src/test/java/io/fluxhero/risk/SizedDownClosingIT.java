package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Execution never closes more than is held: an order that was sized down there has no rest that risk waits for. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class SizedDownClosingIT {

    private static final int STOPPED_OUT = 10;

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
    void the_rest_of_a_closing_that_was_sized_down_is_not_waited_for() {
        OrderApproved entry = world.openPosition();
        long since = Tables.lastSent();
        post("halt", null, Map.of("reason", "drill", "requested_by", "ann", "role", "TRADER", "flatten", true))
                .statusCode(200);
        OrderApproved closing =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getLast();
        long held = closing.quantity();

        world.send(part(closing, entry.orderId() + "-stop", OrderIntent.PROTECTIVE_STOP, entry, STOPPED_OUT));
        await().until(() -> state().positions().getFirst().shares() == held - STOPPED_OUT);
        assertThat(state().pending()).extracting(Ticket::orderId).containsExactly(closing.orderId());
        world.send(part(closing, closing.orderId(), OrderIntent.FLATTEN, entry, held - STOPPED_OUT));

        await().until(() -> state().positions().isEmpty());
        assertThat(state().pending()).isEmpty();
        post("resume", null, Map.of("reason", "over", "requested_by", "bob", "role", "ADMIN"))
                .statusCode(200);
    }

    private AccountState state() {
        return readAccount.now().account().state();
    }

    /** An execution after which nothing is left of its order, as far as execution is concerned. */
    private static OrderFilled part(
            OrderApproved closing, String orderId, OrderIntent intent, OrderApproved entry, long shares) {
        OrderFilled whole = Said.filled(closing, entry.orderId(), World.nextDay(), "100");
        return new OrderFilled(
                whole.meta(),
                whole.account(),
                orderId,
                whole.symbol(),
                "fil-" + orderId,
                entry.orderId(),
                whole.timeframe(),
                whole.barTime(),
                intent,
                whole.side(),
                whole.positionSide(),
                shares,
                whole.price(),
                whole.commission(),
                whole.slippage(),
                shares,
                0);
    }
}
