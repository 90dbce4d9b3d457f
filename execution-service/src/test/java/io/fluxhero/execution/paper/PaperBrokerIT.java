package io.fluxhero.execution.paper;

import io.fluxhero.execution.InMemoryTopics;
import io.fluxhero.execution.Tables;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerContract;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** The paper broker over its real books. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "execution"))
@QuarkusTestResource(InMemoryTopics.class)
class PaperBrokerIT extends BrokerContract {

    @Inject
    SimulatedMarket broker;

    @BeforeEach
    void start_with_empty_books() throws SQLException {
        Tables.empty();
    }

    @Override
    protected Broker emptyBroker() {
        return broker;
    }

    @Override
    protected Broker restarted() {
        return broker;
    }

    @Override
    protected void trade(Instant time, String open, String high, String low, String close) {
        broker.pass(PaperBrokerTest.bar("SPX", time, open, high, low, close));
    }
}
