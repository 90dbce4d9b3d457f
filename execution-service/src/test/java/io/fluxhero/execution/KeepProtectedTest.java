package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.Condition.State;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 100 shares are held with a stop at 95. */
class KeepProtectedTest {

    private final Books books = new Books();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final FlakyBroker broker = new FlakyBroker(new PaperBroker(
            new Directly(), ledger, new PaperTerms(Said.ACCOUNT, new BigDecimal("100000"), CostModel.defaults())));
    private Instant now = day(0);
    private final Floor floor = new Floor(books, new JournalInMemory(), broker, () -> now);

    @BeforeEach
    void shares_are_held() {
        floor.fencing.grant(7, Duration.ofDays(1));
        floor.take(candle(0, "100", "101", "99", "100"), entry("ord-1", 0, 100, "95"), decided(0));
        floor.take(candle(1, "100", "101", "99", "100"));
        rounds(1);
        assertThat(openAtTheBroker()).containsExactly("ord-1-stop");
    }

    @Test
    void a_stop_that_vanishes_without_a_word_is_back_within_five_seconds() {
        floor.take(Said.stopMoved("ord-1", 1, "97"));
        theBrokerLosesTheStop();
        assertThat(openAtTheBroker()).isEmpty();

        rounds(1);

        assertThat(openAtTheBroker()).containsExactly("ord-1-stop");
        assertThat(ledger.working().getFirst().stopMicros()).isEqualTo(97_000_000);
        assertThat(alerts()).containsExactly("POSITION_UNPROTECTED");
        assertThat(floor.condition.state()).isEqualTo(State.READY);
        now = now.plusSeconds(31);
        floor.take(decided(1), candle(2, "98", "98", "96", "97"));
        assertThat(floor.condition.state()).isEqualTo(State.READY);
        assertThat(books.positions().all()).isEmpty();
        assertThat(stateOf("ord-1-stop")).isEqualTo(OrderState.FILLED);
    }

    @Test
    void a_stop_that_has_ended_is_followed_by_another_and_both_books_agree() {
        broker.forge(new BrokerReport.Cancelled("ord-1-stop", "the broker changed its mind"));

        rounds(12);

        assertThat(stateOf("ord-1-stop")).isEqualTo(OrderState.CANCELLED);
        assertThat(stateOf("ord-1-stop-2")).isEqualTo(OrderState.ACCEPTED);
        assertThat(alerts()).containsExactly("POSITION_UNPROTECTED");
        assertThat(floor.condition.state()).isEqualTo(State.READY);
    }

    @Test
    void a_position_that_is_not_at_the_broker_is_alerted_once_and_is_for_the_comparison() {
        ledger.replace(ledger.working(), List.of());
        ledger.record("by hand", sold("by hand", 100));

        rounds(24);

        assertThat(alerts()).containsOnlyOnce("POSITION_UNPROTECTED", "POSITION_MISMATCH");
        assertThat(books.orders().inStates(Said.ACCOUNT, java.util.Set.of(OrderState.REJECTED)))
                .hasSize(1);
        assertThat(floor.condition.state()).isEqualTo(State.HALTED);
    }

    @Test
    void a_stop_that_the_broker_refuses_is_alerted_once_and_tried_again_with_every_comparison() {
        List<WorkingOrder> held = ledger.working();
        ledger.replace(held, List.of());

        rounds(24);
        assertThat(alerts()).containsOnlyOnce("POSITION_UNPROTECTED", "UNPROTECTED");
        assertThat(books.orders().inStates(Said.ACCOUNT, java.util.Set.of(OrderState.REJECTED)))
                .hasSizeBetween(2, 6);
        assertThat(floor.condition.state()).isEqualTo(State.HALTED);
        assertThat(floor.condition.current().detail()).contains("SPX", "100 shares have no stop");

        ledger.replace(List.of(), held);
        rounds(14);

        assertThat(openAtTheBroker()).containsExactly("ord-1-stop");
        assertThat(floor.condition.state()).isEqualTo(State.READY);
        assertThat(alerts()).containsOnlyOnce("UNPROTECTED");
    }

    @Test
    void a_stop_that_traded_without_a_report_has_the_books_compared_at_once_and_not_in_every_round() {
        ledger.replace(ledger.working(), List.of());
        ledger.record("never told", sold("ord-1-stop", 100));
        rounds(1);
        assertThat(floor.condition.state()).isEqualTo(State.HALTED);
        assertThat(stateOf("ord-1-stop")).isEqualTo(OrderState.ACCEPTED);
        long compared = broker.accountsAsked;

        rounds(5);

        assertThat(broker.accountsAsked).isEqualTo(compared);
        assertThat(alerts()).doesNotContain("POSITION_UNPROTECTED");
    }

    private void theBrokerLosesTheStop() {
        WorkingOrder held = ledger.working().getFirst();
        ledger.replace(List.of(held), List.of(new WorkingOrder(held.ticket(), held.live(), 0, 0, held.progress())));
    }

    /** So many times five seconds pass. */
    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(5);
            floor.desk.work();
        }
    }

    private List<String> openAtTheBroker() {
        return broker.openOrders().stream().map(BrokerOrder::clientOrderId).toList();
    }

    private OrderState stateOf(String orderId) {
        return books.orders().find(orderId).orElseThrow().state();
    }

    private List<String> alerts() {
        return books.messages().stream()
                .filter(SystemFaulted.class::isInstance)
                .map(alert -> ((SystemFaulted) alert).code())
                .toList();
    }

    private static Execution sold(String orderId, long shares) {
        return new Execution(
                orderId, "ord-1", "SPX", day(1).toEpochMilli(), Intent.EXIT, Side.LONG, shares, 100_000_000, 0, 0);
    }
}
