package io.fluxhero.execution.domain.reconciliation;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.aFill;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerOrder.Status;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.reconciliation.Discrepancy.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final BigDecimal CASH = new BigDecimal("90000.00");

    @Test
    void books_that_agree_differ_in_nothing() {
        Order part = working("e").filledBy(aFill(working("e"), "e", 40, "100", "0", TUESDAY), TUESDAY);
        Comparison ours = comparison(List.of(part), List.of(held("e", Side.LONG, 40)), Set.of(), Set.of());

        assertThat(ours.with(List.of(open("e", 100, 40)), account(40))).isEmpty();
    }

    @Test
    void an_order_that_works_here_must_be_open_there_for_as_many_shares() {
        Comparison ours = comparison(List.of(working("a"), working("b")), List.of(), Set.of(), Set.of());

        assertThat(ours.with(List.of(open("a", 100, 30)), account(0)))
                .satisfiesExactly(
                        less -> {
                            assertThat(less.kind()).isEqualTo(Kind.ORDER_MISMATCH);
                            assertThat(less.subject()).isEqualTo("a");
                            assertThat(less.detail()).contains("0 of 100 filled", "30 of 100 are filled");
                        },
                        gone -> {
                            assertThat(gone.subject()).isEqualTo("b");
                            assertThat(gone.detail()).endsWith("not open at the broker");
                        });
    }

    @Test
    void a_stop_that_was_placed_again_is_the_one_that_the_broker_keeps_under_the_first_id() {
        Order stop = anEntry("e")
                .leg("e-stop-2", Intent.PROTECTIVE_STOP, MONDAY)
                .moveTo(OrderState.SUBMITTED, MONDAY)
                .moveTo(OrderState.ACCEPTED, MONDAY);
        Comparison ours = comparison(List.of(stop), List.of(held("e", Side.LONG, 100)), Set.of(), Set.of());

        assertThat(ours.with(List.of(open("e-stop", 100, 0)), account(100))).isEmpty();
        assertThat(ours.with(List.of(open("e-stop", 100, 0), open("e-stop-2", 100, 0)), account(100)))
                .extracting(Discrepancy::subject)
                .as("its own id comes first")
                .containsExactly("e-stop");
    }

    @Test
    void what_is_open_there_is_under_way_or_ended_here_or_somebody_elses() {
        Comparison ours = comparison(List.of(), List.of(), Set.of("sent"), Set.of("ended"));

        List<Discrepancy> found =
                ours.with(List.of(open("sent", 100, 0), open("ended", 100, 25), open("x", 7, 0)), account(0));

        assertThat(found)
                .containsExactly(
                        new Discrepancy(Kind.ENDED_ORDER_WORKS, "ended", "SPX: 75 shares work at the broker"),
                        new Discrepancy(Kind.EXTERNAL_ORDER, "x", "SPX: 7 shares work at the broker"));
    }

    @Test
    void shares_must_be_the_same_with_their_sign() {
        Comparison ours = comparison(List.of(), List.of(held("e", Side.SHORT, 100)), Set.of(), Set.of());

        assertThat(ours.with(List.of(), account(-100))).isEmpty();
        assertThat(ours.with(List.of(), account(100)))
                .containsExactly(new Discrepancy(Kind.POSITION_MISMATCH, "SPX", "shares here -100, at the broker 100"));
        assertThat(ours.with(List.of(), account(0)))
                .containsExactly(new Discrepancy(Kind.POSITION_MISMATCH, "SPX", "shares here -100, at the broker 0"));
    }

    @Test
    void shares_of_a_symbol_that_we_never_traded_are_somebody_elses() {
        Comparison ours = comparison(List.of(), List.of(), Set.of(), Set.of());
        BrokerAccount theirs = new BrokerAccount("PAPER-001", CASH, new TreeMap<>(Map.of("GLD", 7L)));

        assertThat(ours.with(List.of(), theirs))
                .containsExactly(new Discrepancy(Kind.EXTERNAL_POSITION, "GLD", "shares here 0, at the broker 7"));
    }

    @Test
    void a_refused_stop_counts_where_the_shares_are_there() {
        Comparison ours = new Comparison(
                List.of(), Set.of(), Set.of(), List.of(held("e", Side.LONG, 100)), Set.of("SPX"), Set.of("SPX"), CASH);

        assertThat(ours.with(List.of(), account(100)))
                .containsExactly(
                        new Discrepancy(Kind.UNPROTECTED, "SPX", "100 shares have no stop, the broker refuses one"));
        assertThat(ours.with(List.of(), account(0)))
                .extracting(Discrepancy::kind)
                .containsExactly(Kind.POSITION_MISMATCH);
    }

    @Test
    void money_must_be_the_same_however_it_is_written() {
        Comparison ours = comparison(List.of(), List.of(), Set.of(), Set.of());

        assertThat(ours.with(List.of(), new BrokerAccount("PAPER-001", new BigDecimal("90000"), new TreeMap<>())))
                .isEmpty();
        assertThat(ours.with(List.of(), new BrokerAccount("PAPER-001", new BigDecimal("90000.01"), new TreeMap<>())))
                .containsExactly(
                        new Discrepancy(Kind.CASH_MISMATCH, "PAPER-001", "cash here 90000.00, at the broker 90000.01"));
    }

    private static Comparison comparison(
            List<Order> working, List<Position> positions, Set<String> inFlight, Set<String> ended) {
        return new Comparison(working, inFlight, ended, positions, Set.of(), Set.of("SPX"), CASH);
    }

    private static Order working(String id) {
        return anEntry(id).moveTo(OrderState.SUBMITTED, MONDAY).moveTo(OrderState.ACCEPTED, MONDAY);
    }

    private static Position held(String entryId, Side side, long shares) {
        Order entry = anEntry(entryId, side, shares, "95", null);
        return Position.openedBy(entry, aFill(entry, entryId, shares, "100", "0", TUESDAY));
    }

    private static BrokerOrder open(String id, long quantity, long filled) {
        return new BrokerOrder(id, "b-" + id, "SPX", Status.WORKING, quantity, filled);
    }

    private static BrokerAccount account(long shares) {
        return new BrokerAccount(
                "PAPER-001", CASH, shares == 0 ? new TreeMap<>() : new TreeMap<>(Map.of("SPX", shares)));
    }
}
