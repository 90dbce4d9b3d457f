package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.InMemoryTopics;
import io.fluxhero.execution.Tables;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerContract;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paper broker over its real books. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "execution"))
@QuarkusTestResource(InMemoryTopics.class)
class PaperBrokerIT extends BrokerContract {

    @Inject
    SimulatedMarket broker;

    @Inject
    Transactions transactions;

    @Inject
    PaperLedger ledger;

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
        return brokerWith(0);
    }

    private PaperBroker brokerWith(double maxVolumeRatio) {
        CostModel costs = new CostModel(0.005, 0.0001, 0.1, 0.0005, maxVolumeRatio);
        return new PaperBroker(transactions, ledger, new PaperTerms("PAPER-001", new BigDecimal("100000"), costs));
    }

    private PaperBroker slowBroker() {
        return new PaperBroker(
                transactions,
                ledger,
                new PaperTerms(
                        "PAPER-001", new BigDecimal("100000"), CostModel.none(), 20, Duration.ofMillis(1), false));
    }

    @Test
    void an_order_that_is_on_its_way_arrives_after_a_restart() {
        slowBroker().pass(PaperBrokerTest.bar("SPX", MONDAY, "99", "101", "99", "100"));
        NewOrder order = NewOrder.of(anEntry("e"));
        slowBroker().submit(new NewOrder("e", order.account(), order.instruction(), TUESDAY));

        slowBroker().pass(PaperBrokerTest.bar("SPX", TUESDAY, "100", "101", "99", "100"));
        assertThat(fillsFrom(broker)).isEmpty();
        slowBroker().pass(PaperBrokerTest.bar("SPX", WEDNESDAY, "102", "103", "101", "102"));

        assertThat(fillsFrom(broker))
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("102.102"));
        assertThat(broker.reportsAfter(0, 100))
                .filteredOn(report -> report.fact() instanceof BrokerReport.Filled)
                .extracting(BrokerReport::at)
                .containsExactly(WEDNESDAY);
        assertThat(slowBroker().quote("SPX").orElseThrow().ask()).isEqualByComparingTo("102.102");
    }

    @Test
    void a_position_whose_stop_found_no_room_remembers_that_it_was_touched() {
        submit(broker, anEntry("e"));
        broker.pass(PaperBrokerTest.bar("SPX", TUESDAY, "100", "101", "99", "100"));

        brokerWith(0.0000001).pass(PaperBrokerTest.bar("SPX", WEDNESDAY, "96", "96", "94", "96"));
        assertThat(fillsFrom(broker)).hasSize(1);
        brokerWith(0).pass(PaperBrokerTest.bar("SPX", THURSDAY, "99", "101", "98", "100"));

        assertThat(fillsFrom(broker).getLast().orderId()).isEqualTo("e-stop");
        assertThat(fillsFrom(broker).getLast().price()).isEqualByComparingTo("98.9901");
    }

    @Test
    void remembers_an_entry_that_is_an_order_and_a_position_at_once() {
        submit(brokerWith(0.00004), anEntry("e"));

        brokerWith(0.00004).pass(PaperBrokerTest.bar("SPX", TUESDAY, "100", "101", "99", "100"));
        assertThat(broker.openOrders())
                .extracting(open -> open.clientOrderId() + " " + open.filled() + "/" + open.quantity())
                .containsExactlyInAnyOrder("e 40/100", "e-stop 0/40");
        brokerWith(0.00004).pass(PaperBrokerTest.bar("SPX", WEDNESDAY, "100", "101", "99", "100"));
        assertThat(broker.cancel("e")).isEqualTo(Answer.REQUESTED);

        assertThat(openAt(broker)).containsExactly("e-stop");
        assertThat(broker.account().shares()).containsEntry("SPX", 80L);
    }

    @Override
    protected void trade(Instant time, String open, String high, String low, String close) {
        broker.pass(PaperBrokerTest.bar("SPX", time, open, high, low, close));
    }
}
