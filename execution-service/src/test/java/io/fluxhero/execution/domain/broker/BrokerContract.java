package io.fluxhero.execution.domain.broker;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.aFlatten;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.broker.BrokerOrder.Status;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every broker behind our port promises, paper and real alike. */
public abstract class BrokerContract {

    private int days;

    /** A broker with 100,000 of cash, no orders and no positions. */
    protected abstract Broker emptyBroker();

    /** The same broker after a restart of ours. */
    protected abstract Broker restarted();

    /** The market of SPX moves; orders that are due trade. */
    protected abstract void trade(Instant time, String open, String high, String low, String close);

    protected final void marketOpensAt(String open, String high, String low, String close) {
        days++;
        trade(MONDAY.plus(Duration.ofDays(days)), open, high, low, close);
    }

    protected static Submission submit(Broker broker, Order order) {
        return broker.submit(NewOrder.of(order));
    }

    protected static List<BrokerReport.Fact> factsFrom(Broker broker) {
        return broker.reportsAfter(0, 100).stream().map(BrokerReport::fact).toList();
    }

    protected static List<Fill> fillsFrom(Broker broker) {
        return factsFrom(broker).stream()
                .filter(BrokerReport.Filled.class::isInstance)
                .map(fact -> ((BrokerReport.Filled) fact).fill())
                .toList();
    }

    protected static List<String> openAt(Broker broker) {
        return broker.openOrders().stream().map(BrokerOrder::clientOrderId).toList();
    }

    @Test
    void takes_an_order_works_it_and_says_so() {
        Broker broker = emptyBroker();

        Submission answer = submit(broker, anEntry("e"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Submission.Taken.class,
                        taken -> assertThat(factsFrom(broker))
                                .containsExactly(new BrokerReport.Accepted("e", taken.brokerOrderId())));
        assertThat(broker.openOrders()).singleElement().satisfies(open -> {
            assertThat(open.clientOrderId()).isEqualTo("e");
            assertThat(open.symbol()).isEqualTo("SPX");
            assertThat(open.status()).isEqualTo(Status.WORKING);
            assertThat(open.quantity()).isEqualTo(100);
            assertThat(open.filled()).isZero();
        });
        assertThat(broker.find("e")).contains(broker.openOrders().getFirst());
    }

    @Test
    void takes_the_same_id_once_and_answers_the_same() {
        Broker broker = emptyBroker();
        Submission first = submit(broker, anEntry("e"));

        assertThat(submit(broker, anEntry("e"))).isEqualTo(first);
        assertThat(openAt(broker)).containsExactly("e");
        assertThat(factsFrom(broker)).hasSize(1);
    }

    @Test
    void takes_the_same_id_once_even_after_its_end_and_a_restart() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));
        broker.cancel("e");

        Broker later = restarted();
        submit(later, anEntry("e"));

        assertThat(later.openOrders()).isEmpty();
    }

    @Test
    void cancels_a_working_order_and_says_so() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));

        assertThat(broker.cancel("e")).isEqualTo(Answer.REQUESTED);

        assertThat(factsFrom(broker))
                .last()
                .isInstanceOfSatisfying(
                        BrokerReport.Cancelled.class,
                        gone -> assertThat(gone.orderId()).isEqualTo("e"));
        assertThat(broker.openOrders()).isEmpty();
        assertThat(broker.find("e")).hasValueSatisfying(one -> {
            assertThat(one.status()).isEqualTo(Status.CANCELLED);
            assertThat(one.filled()).isZero();
        });
    }

    @Test
    void does_not_know_what_it_never_took() {
        Broker broker = emptyBroker();

        assertThat(broker.cancel("unknown")).isEqualTo(Answer.GONE);
        assertThat(broker.moveStop("unknown-stop", new BigDecimal("97"))).isEqualTo(Answer.GONE);
        assertThat(broker.find("unknown")).isEmpty();
        assertThat(broker.reportsAfter(0, 100)).isEmpty();
    }

    @Test
    void refuses_an_entry_without_a_stop_and_keeps_nothing_of_it() {
        Broker broker = emptyBroker();

        assertThat(submit(broker, anEntry("e", Side.LONG, 100, null, null)))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_PROTECTIVE_STOP"));
        assertThat(broker.openOrders()).isEmpty();
        assertThat(broker.find("e")).isEmpty();
    }

    @Test
    void remembers_working_orders_over_a_restart_in_order_of_submission() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("b"));
        submit(broker, anEntry("a"));
        submit(broker, anExit("c", Side.LONG, 1));

        assertThat(openAt(restarted())).containsExactly("b", "a", "c");
    }

    @Test
    void fills_once_and_holds_the_legs_from_then_on() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e", Side.LONG, 100, "95", "110"));

        marketOpensAt("100", "101", "99", "100");

        assertThat(fillsFrom(broker)).singleElement().satisfies(fill -> {
            assertThat(fill.orderId()).isEqualTo("e");
            assertThat(fill.entryOrderId()).isEqualTo("e");
            assertThat(fill.quantity()).isEqualTo(100);
        });
        assertThat(broker.find("e")).hasValueSatisfying(one -> {
            assertThat(one.status()).isEqualTo(Status.FILLED);
            assertThat(one.filled()).isEqualTo(100);
        });
        assertThat(factsFrom(broker))
                .filteredOn(BrokerReport.LegAccepted.class::isInstance)
                .extracting(fact -> ((BrokerReport.LegAccepted) fact).intent())
                .containsExactly(Intent.PROTECTIVE_STOP, Intent.TAKE_PROFIT);
        assertThat(broker.openOrders())
                .hasSize(2)
                .allSatisfy(leg -> assertThat(leg.quantity()).isEqualTo(100));
        assertThat(broker.account().shares()).containsExactly(java.util.Map.entry("SPX", 100L));
    }

    @Test
    void a_fill_wins_over_a_cancel_that_comes_later() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");

        assertThat(broker.cancel("e")).isEqualTo(Answer.GONE);
        assertThat(broker.account().shares()).containsEntry("SPX", 100L);
    }

    @Test
    void stops_out_after_a_restart_where_the_stop_was_moved_to() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));
        assertThat(broker.moveStop("e-stop", new BigDecimal("97"))).isEqualTo(Answer.GONE);
        marketOpensAt("100", "101", "99", "100");
        String stop = openAt(broker).getFirst();

        assertThat(broker.moveStop(stop, new BigDecimal("98"))).isEqualTo(Answer.REQUESTED);
        Broker later = restarted();
        marketOpensAt("99", "100", "97", "99");

        assertThat(fillsFrom(later)).last().satisfies(fill -> {
            assertThat(fill.orderId()).isEqualTo(stop);
            assertThat(fill.entryOrderId()).isEqualTo("e");
            assertThat(fill.price()).isBetween(new BigDecimal("97.9"), new BigDecimal("98"));
        });
        assertThat(later.openOrders()).isEmpty();
        assertThat(later.account().shares()).isEmpty();
        assertThat(later.moveStop(stop, new BigDecimal("99"))).isEqualTo(Answer.GONE);
    }

    @Test
    void an_exit_takes_the_stop_away() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");
        String stop = openAt(broker).getFirst();
        submit(broker, anExit("x", Side.LONG, 100));

        marketOpensAt("102", "103", "101", "102");

        assertThat(fillsFrom(broker))
                .last()
                .satisfies(fill -> assertThat(fill.orderId()).isEqualTo("x"));
        assertThat(factsFrom(broker))
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                BrokerReport.Cancelled.class,
                                gone -> assertThat(gone.orderId()).isEqualTo(stop)));
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void a_flatten_never_sells_more_than_is_held() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");
        submit(broker, aFlatten("f", Side.LONG, 150));
        marketOpensAt("100", "101", "99", "100");

        assertThat(broker.account().shares()).isEmpty();
        assertThat(fillsFrom(broker)).last().satisfies(fill -> {
            assertThat(fill.orderId()).isEqualTo("f");
            assertThat(fill.quantity()).isEqualTo(100);
        });
    }

    @Test
    void tells_its_log_from_any_line_on_in_order_and_the_same_after_a_restart() {
        Broker broker = emptyBroker();
        submit(broker, anEntry("e", Side.LONG, 100, "95", "110"));
        marketOpensAt("100", "101", "99", "100");
        submit(broker, anExit("x", Side.LONG, 100));
        marketOpensAt("102", "103", "101", "102");

        List<BrokerReport> all = broker.reportsAfter(0, 100);

        assertThat(all).extracting(BrokerReport::sequence).isSorted();
        assertThat(new HashSet<>(all.stream().map(BrokerReport::sequence).toList()))
                .hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            assertThat(restarted().reportsAfter(all.get(i).sequence(), 100)).isEqualTo(all.subList(i + 1, all.size()));
        }
        assertThat(broker.reportsAfter(0, 2)).isEqualTo(all.subList(0, 2));
    }

    @Test
    void knows_the_account_to_the_cent() {
        Broker broker = emptyBroker();
        assertThat(broker.account().cash()).isEqualByComparingTo("100000");
        assertThat(broker.account().shares()).isEmpty();

        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");

        BigDecimal paid = fillsFrom(broker).stream()
                .map(fill -> fill.value().add(fill.commission()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(broker.account().cash()).isEqualByComparingTo(new BigDecimal("100000").subtract(paid));
    }
}
