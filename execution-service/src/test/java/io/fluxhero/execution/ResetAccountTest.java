package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static io.fluxhero.execution.Said.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Condition.State;
import io.fluxhero.execution.FlakyBroker.Fate;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetAccountTest {

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
    void moves_the_cash_of_a_flat_account_and_tells_of_it_once() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));

        floor.take(reset("mov-1", 0, "250000"));
        floor.take(reset("mov-1", 0, "250000"));

        assertThat(moved())
                .extracting(
                        CashMoved::movementId,
                        CashMoved::amount,
                        CashMoved::cash,
                        moved -> moved.meta().correlationId())
                .containsExactly(
                        tuple("mov-1", new BigDecimal("150000.000000"), new BigDecimal("250000"), "req-mov-1"));
        assertThat(broker.account().cash()).isEqualByComparingTo("250000");
        assertThatBooksAgree();
    }

    @Test
    void is_refused_with_an_alert_while_shares_are_held() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.take(entry("ord-1", 0, 100, "95"), candle(1, "101", "102", "100", "101"));

        floor.take(reset("mov-1", 1, "100000"));

        assertThat(moved()).isEmpty();
        assertThat(alerts())
                .extracting(SystemFaulted::code, SystemFaulted::detail)
                .containsExactly(tuple(
                        "PAPER_RESET_REFUSED",
                        "the account was not reset (mov-1), close everything and ask again; held: SPX"));
        floor.desk.work();
        assertThat(alerts()).as("it is not tried again").hasSize(1);
        assertThatBooksAgree();
    }

    @Test
    void is_refused_while_an_order_is_at_the_broker() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.take(entry("ord-1", 0, 100, "95"));

        floor.take(reset("mov-1", 0, "100000"));

        assertThat(moved()).isEmpty();
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).endsWith("open: ord-1"));
    }

    @Test
    void comes_before_an_order_that_was_decided_after_it() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.store(reset("mov-1", 0, "50000"));
        floor.store(entry("ord-1", 0, 100, "95"));

        floor.desk.work();

        assertThat(moved()).hasSize(1);
        assertThat(books.orders().find("ord-1").orElseThrow().state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void is_booked_once_where_the_answer_of_the_broker_is_lost() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        fates(Fate.ANSWER_LOST);

        floor.take(reset("mov-1", 0, "100500"));
        floor.desk.work();

        assertThat(moved()).extracting(CashMoved::amount).containsExactly(new BigDecimal("500.000000"));
        assertThat(ledger.cashFlowMicros()).isEqualTo(500_000_000);
        assertThatBooksAgree();
    }

    @Test
    void is_asked_for_again_where_the_broker_never_heard_of_it_and_no_bar_passes_before() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        fates(Fate.LOST);

        floor.take(reset("mov-1", 0, "100500"), candle(1, "101", "102", "100", "101"));
        assertThat(moved()).isEmpty();
        assertThat(ledger.lastPrice("SPX").orElseThrow().barTime()).isEqualTo(day(0));

        floor.desk.work();

        assertThat(moved()).hasSize(1);
        assertThat(ledger.lastPrice("SPX").orElseThrow().barTime()).isEqualTo(day(1));
    }

    @Test
    void is_told_once_where_the_process_dies_between_the_books_of_the_broker_and_ours() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        books.beforeCommit = () -> {
            if (!moved().isEmpty()) {
                throw new IllegalStateException("killed");
            }
        };
        floor.store(reset("mov-1", 0, "100500"));
        try {
            floor.desk.work();
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
        assertThat(moved()).isEmpty();
        assertThat(ledger.cashFlowMicros()).isEqualTo(500_000_000);

        books.beforeCommit = () -> {};
        floor = started();
        floor.desk.work();

        assertThat(moved()).hasSize(1);
        assertThat(ledger.cashFlowMicros()).isEqualTo(500_000_000);
        assertThatBooksAgree();
    }

    /** The next calls end so, the others well. */
    private void fates(Fate... next) {
        Deque<Fate> fates = new ArrayDeque<>(List.of(next));
        broker.fate = () -> fates.isEmpty() ? Fate.WELL : fates.poll();
    }

    private void assertThatBooksAgree() {
        floor.desk.compareSoon();
        floor.desk.work();
        assertThat(floor.condition.state())
                .as(floor.condition.current().detail())
                .isEqualTo(State.READY);
    }

    private List<CashMoved> moved() {
        return books.messages().stream()
                .filter(CashMoved.class::isInstance)
                .map(CashMoved.class::cast)
                .toList();
    }

    private List<SystemFaulted> alerts() {
        return books.messages().stream()
                .filter(SystemFaulted.class::isInstance)
                .map(SystemFaulted.class::cast)
                .toList();
    }
}
