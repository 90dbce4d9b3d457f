package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.asService;
import static io.fluxhero.risk.Doors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/** The kill switch at a real market on a Saturday: the orders that close go out, and fill at the next open. */
@QuarkusTest
@TestProfile(FlattenPendingIT.RealMarketOnSaturday.class)
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class FlattenPendingIT {

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    ReadAccount readAccount;

    /** Bars as they happen, from a feed that is never too late for the bars of this test. */
    public static final class RealMarketOnSaturday implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fluxhero.risk.feed", "alpaca", "fluxhero.risk.send-within", "P36500D");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Saturday.class);
        }
    }

    @Alternative
    @Singleton
    public static class Saturday {

        @Produces
        @Singleton
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-01-03T17:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void positions_that_are_to_be_closed_wait_for_the_open() {
        StandInExecution.isItselfAgain();
        World world = new World(topics);
        OrderApproved entry = world.openPosition();
        long since = Tables.lastSent();

        post("halt", null, Map.of("reason", "drill", "requested_by", "ann", "role", "TRADER", "flatten", true))
                .statusCode(200)
                .body("trading_status", equalTo("DISABLED"))
                .body("closed", contains("SPY"))
                .body("closing", equalTo("FLATTEN_PENDING"));

        OrderApproved closing =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getLast();
        assertThat(closing.intent()).isEqualTo(OrderIntent.FLATTEN);
        assertThat(closing.expiresAt()).isNull();
        asService().get("/internal/kill-switch").then().body("closing", equalTo("FLATTEN_PENDING"));

        world.send(Said.filled(closing, entry.orderId(), World.nextDay(), "101"));
        await().until(() -> readAccount.now().account().state().positions().isEmpty());
        asService().get("/internal/kill-switch").then().body("closing", equalTo("FLAT"));
        post("resume", null, Map.of("reason", "over", "requested_by", "bob", "role", "ADMIN"))
                .statusCode(200);
    }
}
