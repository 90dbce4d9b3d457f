package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Condition.State;
import io.fluxhero.execution.FlakyBroker.Fate;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerDeskTest {

    private final Books books = new Books();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final FlakyBroker broker = new FlakyBroker(new PaperBroker(
            new Directly(), ledger, new PaperTerms(Said.ACCOUNT, new BigDecimal("100000"), CostModel.defaults())));
    private final JournalInMemory journal = new JournalInMemory();
    private Instant now = day(0);
    private Floor floor = started();

    /** A new process over the same books, with leave to trade. */
    private Floor started() {
        Floor fresh = new Floor(books, journal, broker, () -> now);
        fresh.fencing.grant(7, Duration.ofDays(1));
        return fresh;
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_nothing_is_sent_twice() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.take(entry("ord-1", 0, 100, "95"));
        assertThat(broker.submitted).containsExactly("ord-1");
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.ACCEPTED);

        fates(Fate.ANSWER_LOST);
        floor.take(entry("ord-2", 0, 10, "95"));

        assertThat(stateOf("ord-2")).isEqualTo(OrderState.ACCEPTED);
        assertThat(statesOf("ord-2")).containsExactly("CREATED", "SUBMITTED", "UNKNOWN", "ACCEPTED");
        assertThat(broker.submitted).containsExactly("ord-1", "ord-2");
    }

    @Test
    void a_question_that_is_lost_is_asked_again_under_the_same_id() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        fates(Fate.LOST);

        floor.take(entry("ord-1", 0, 100, "95"));

        assertThat(statesOf("ord-1")).containsExactly("CREATED", "SUBMITTED", "UNKNOWN", "SUBMITTED", "ACCEPTED");
        assertThat(broker.submitted).containsExactly("ord-1");
    }

    @Test
    void a_refusal_does_not_end_an_order_of_which_an_earlier_sending_may_arrive_yet() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        // lost, then looked for and not there, then refused
        fates(Fate.LOST, Fate.WELL, Fate.REFUSED);
        floor.take(entry("ord-1", 0, 100, "95"));
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.UNKNOWN);

        broker.arrive();
        fates();
        floor.desk.work();

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void a_refusal_ends_an_order_once_no_earlier_sending_can_arrive() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        fates(Fate.LOST, Fate.WELL, Fate.REFUSED);
        floor.take(entry("ord-1", 0, 100, "95"));
        now = now.plusSeconds(12);

        fates(Fate.WELL, Fate.REFUSED);
        floor.desk.work();

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.REJECTED);
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void no_bar_passes_while_an_order_has_no_answer() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        fates(Fate.LOST, Fate.LOST, Fate.LOST, Fate.LOST, Fate.LOST, Fate.LOST);
        floor.take(entry("ord-1", 0, 100, "95"), candle(1, "101", "102", "100", "101"));
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.UNKNOWN);
        assertThat(ledger.lastPrice("SPX").orElseThrow().barTime()).isEqualTo(day(0));

        fates();
        floor.desk.work();

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.FILLED);
        assertThat(fills()).hasSize(1);
    }

    @Test
    void an_order_that_was_sent_before_the_process_died_is_found_again() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        dieWhenCommitting(() -> stateOf("ord-1") == OrderState.ACCEPTED);
        floor.take(entry("ord-1", 0, 100, "95"));
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.SUBMITTED);

        books.beforeCommit = () -> {};
        floor = started();
        floor.desk.work();

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.ACCEPTED);
        assertThat(broker.submitted).containsExactly("ord-1");
    }

    @Test
    void until_the_broker_has_answered_nothing_new_opens() {
        fates(Fate.LOST);
        floor.take(entry("ord-1", 0, 100, "95"));
        assertThat(floor.condition.state()).isEqualTo(State.RECOVERING);
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.CREATED);

        floor.desk.work();

        assertThat(floor.condition.state()).isEqualTo(State.READY);
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void a_report_about_somebody_elses_order_is_written_down_and_passed_over() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        broker.forge(new BrokerReport.Cancelled("foreign", "by hand"));
        broker.forge(new BrokerReport.Unrecognised("ord-9", "calculated"));
        now = now.plusSeconds(5);

        floor.desk.work();
        floor.take(entry("ord-1", 0, 100, "95"));

        assertThat(books.discrepancies().open(Said.ACCOUNT))
                .extracting(one -> one.kind().name())
                .containsExactly("UNEXPECTED_REPORT", "UNEXPECTED_REPORT");
        assertThat(alerts()).allSatisfy(alert -> assertThat(alert.severity()).isEqualTo(Severity.WARNING));
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void a_fill_after_the_end_counts_and_the_end_stays() {
        hold100();
        floor.take(entry("ord-2", 1, 10, "95"));
        floor.take(Said.cancel("ord-2", 1));
        assertThat(stateOf("ord-2")).isEqualTo(OrderState.CANCELLED);

        broker.forge(new BrokerReport.Filled(fill("late", "ord-2", "ord-2", 4)));
        now = now.plusSeconds(31);
        floor.desk.work();

        assertThat(stateOf("ord-2")).isEqualTo(OrderState.CANCELLED);
        assertThat(books.orders().find("ord-2").orElseThrow().progress().filled())
                .isEqualTo(4);
        assertThat(shares()).isEqualTo(104);
        assertThat(alerts()).extracting(SystemFaulted::code).contains("UNEXPECTED_REPORT", "POSITION_MISMATCH");
    }

    @Test
    void what_somebody_else_holds_is_shown_and_stops_nothing() {
        ledger.record("foreign", execution("foreign", "GLD", 7, 0));

        floor.take(candle(0, "100", "101", "99", "100"), decided(0));

        assertThat(floor.condition.state()).isEqualTo(State.READY);
        assertThat(books.discrepancies().externalPositions(Said.ACCOUNT)).isEqualTo(Map.of("GLD", 7L));
        assertThat(books.messages())
                .filteredOn(ExternalPositionSeen.class::isInstance)
                .singleElement()
                .satisfies(seen ->
                        assertThat(((ExternalPositionSeen) seen).shares()).isEqualTo(7));
    }

    @Test
    void a_position_that_nothing_explains_stops_what_opens_and_nothing_that_closes() {
        hold100();
        ledger.record("unexplained", execution("unexplained", "SPX", 5, 0));
        now = now.plusSeconds(31);

        floor.take(entry("ord-2", 1, 10, "95"), Said.exit("ord-3", 1, 100));

        assertThat(floor.condition.state()).isEqualTo(State.HALTED);
        assertThat(floor.condition.current().detail()).contains("SPX", "100", "105");
        assertThat(alerts()).extracting(SystemFaulted::severity).contains(Severity.CRITICAL);
        assertThat(stateOf("ord-2")).isEqualTo(OrderState.CANCELLED);
        assertThat(statesOf("ord-2")).containsExactly("CREATED", "CANCELLED");
        assertThat(stateOf("ord-3")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void money_that_nothing_explains_stops_what_opens_until_it_is_back() {
        hold100();
        ledger.record("fee", execution("fee", "SPX", 0, 1_000_000));
        now = now.plusSeconds(31);
        floor.desk.work();
        assertThat(floor.condition.state()).isEqualTo(State.HALTED);
        assertThat(alerts()).extracting(SystemFaulted::code).containsExactly("CASH_MISMATCH");

        ledger.record("refund", execution("refund", "SPX", 0, -1_000_000));
        now = now.plusSeconds(31);
        floor.desk.work();

        assertThat(floor.condition.state()).isEqualTo(State.READY);
        assertThat(books.discrepancies().open(Said.ACCOUNT)).isEmpty();
    }

    @Test
    void a_closing_order_trades_at_most_what_is_held() {
        hold100();

        floor.take(Said.flatten("ord-2", "SPX", 1, 250, "req-1"));

        assertThat(stateOf("ord-2")).isEqualTo(OrderState.FILLED);
        assertThat(books.positions().all()).isEmpty();
        assertThat(floor.condition.state()).isEqualTo(State.READY);
        floor.take(Said.flatten("ord-3", "SPX", 1, 250, "req-2"));
        assertThat(stateOf("ord-3")).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void a_stop_moves_closer_and_never_away() {
        hold100();
        floor.take(Said.stopMoved("ord-1", 1, "97"));
        floor.take(Said.stopMoved("ord-1", 2, "96"));
        floor.take(Said.stopMoved("ord-1", 3, "97"));

        assertThat(books.positions().all().getFirst().stopLoss()).isEqualByComparingTo("97");
        assertThat(books.steps().stream().filter(step -> step.detail().startsWith("stop moved")))
                .hasSize(1);
    }

    @Test
    void a_leg_whose_entry_has_not_traded_here_is_doubted_and_not_held() {
        floor.take(candle(0, "100", "101", "99", "100"), entry("ord-1", 0, 100, "95"), decided(0));
        broker.forge(new BrokerReport.LegAccepted("ord-1-stop", "ord-1", Intent.PROTECTIVE_STOP));
        now = now.plusSeconds(5);

        floor.desk.work();

        assertThat(books.orders().find("ord-1-stop")).isEmpty();
        assertThat(books.discrepancies().open(Said.ACCOUNT))
                .extracting(one -> one.kind().name(), Discrepancy::subject)
                .containsExactly(tuple("UNEXPECTED_REPORT", "ord-1-stop"));
        assertThat(floor.condition.state()).isEqualTo(State.READY);
    }

    private void hold100() {
        floor.take(candle(0, "100", "101", "99", "100"), entry("ord-1", 0, 100, "95"), decided(0));
        floor.take(candle(1, "100", "101", "99", "100"));
        assertThat(shares()).isEqualTo(100);
    }

    /** The next calls go like this, those after them well. */
    private void fates(Fate... fates) {
        Deque<Fate> next = new ArrayDeque<>(List.of(fates));
        broker.fate = () -> next.isEmpty() ? Fate.WELL : next.removeFirst();
    }

    private void dieWhenCommitting(java.util.function.BooleanSupplier here) {
        books.beforeCommit = () -> {
            if (here.getAsBoolean()) {
                books.beforeCommit = () -> {};
                throw new io.fluxhero.execution.domain.broker.BrokerUnavailable("the process dies");
            }
        };
    }

    private OrderState stateOf(String orderId) {
        return books.orders().find(orderId).orElseThrow().state();
    }

    private List<String> statesOf(String orderId) {
        return books.orders().stepsOf(orderId).stream()
                .map(Orders.Step::to)
                .map(Enum::name)
                .toList();
    }

    private long shares() {
        return books.positions().all().getFirst().shares();
    }

    private List<OrderFilled> fills() {
        return books.messages().stream()
                .filter(OrderFilled.class::isInstance)
                .map(OrderFilled.class::cast)
                .toList();
    }

    private List<SystemFaulted> alerts() {
        return books.messages().stream()
                .filter(SystemFaulted.class::isInstance)
                .map(SystemFaulted.class::cast)
                .toList();
    }

    private static Execution execution(String id, String symbol, long shares, long commission) {
        return new Execution(id, id, symbol, day(0).toEpochMilli(), Intent.ENTRY, Side.LONG, shares, 0, commission, 0);
    }

    private static Fill fill(String id, String order, String entry, long shares) {
        return Fill.of(
                id,
                new Execution(
                        order,
                        entry,
                        "SPX",
                        day(1).toEpochMilli(),
                        Intent.ENTRY,
                        Side.LONG,
                        shares,
                        100_000_000,
                        0,
                        0));
    }
}
