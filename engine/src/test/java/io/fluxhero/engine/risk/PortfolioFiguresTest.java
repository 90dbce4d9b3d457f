package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.anEntry;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account says of itself, and what its books do at their edges. */
class PortfolioFiguresTest {

    /** 100 shares bought at 100 with the stop at 90, which risks one percent of 100,000. */
    private static Portfolio aLongAccount() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 100, 90, 1);
        return portfolio;
    }

    @Test
    void a_fresh_account_has_nothing_at_risk_and_all_its_cash() {
        Portfolio portfolio = anAccountWith(100_000);

        assertThat(portfolio.exposureMicros()).isZero();
        assertThat(portfolio.openRiskMicros()).isZero();
        assertThat(portfolio.drawdown()).isZero();
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(100_000));
        assertThat(portfolio.isIdle()).isTrue();
    }

    @Test
    void is_at_rest_once_a_close_changed_nothing_and_no_order_is_out() {
        Portfolio portfolio = anAccountWith(100_000);
        assertThat(portfolio.isAtRest()).as("no close was judged").isFalse();

        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, 2)));
        assertThat(portfolio.isAtRest()).isTrue();

        portfolio.onBars(2, 2, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 90))));
        assertThat(portfolio.isAtRest()).isFalse();
    }

    @Test
    void open_risk_runs_from_the_last_close_to_the_stop() {
        Portfolio portfolio = aLongAccount();
        assertThat(portfolio.openRiskMicros()).isEqualTo(Micros.of(100 * 10));

        portfolio.onBars(2, 2, List.of(aBar("AAA", 95, Double.NaN)));

        assertThat(portfolio.openRiskMicros()).isEqualTo(Micros.of(100 * 5));
        assertThat(portfolio.exposureMicros()).isEqualTo(Micros.of(9_500));
        assertThat(portfolio.drawdown()).isEqualTo(0.005);
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(90_000));
        assertThat(portfolio.isIdle()).isFalse();
    }

    @Test
    void a_close_beyond_the_stop_risks_nothing_more() {
        Portfolio portfolio = aLongAccount();

        portfolio.onBars(2, 2, List.of(aBar("AAA", 89, Double.NaN)));

        assertThat(portfolio.openRiskMicros()).isZero();
    }

    @Test
    void cash_for_entries_pays_back_the_shorts_and_what_is_reserved_first() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket shorted = approved(portfolio.onBars(
                1, 1, List.of(aBar("AAA", 100, "a", anEntry(Mode.TREND, Side.SHORT, 100, 110)))));
        portfolio.onExecution(Given.entryFill(shorted, 2, 100));
        assertThat(portfolio.state().cashMicros()).isEqualTo(Micros.of(110_000));
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(100_000));

        approved(portfolio.onBars(3, 3, List.of(aBar("BBB", 50, "b", aTrendEntry(50, 40)))));

        assertThat(portfolio.freeCashMicros())
                .as("100 shares at 50 are reserved")
                .isEqualTo(Micros.of(95_000));
    }

    @Test
    void a_pending_exit_is_no_pending_entry() {
        Portfolio portfolio = aLongAccount();
        Account books = new Account(portfolio.state());
        portfolio.onBars(2, 2, List.of(aBar("AAA", 100, "x", Given.anExit(Mode.TREND, Side.LONG, 100))));

        Account waiting = new Account(portfolio.state());

        assertThat(waiting.pending()).hasSize(1);
        assertThat(waiting.pendingEntries()).isZero();
        assertThat(waiting.hasPendingExit(waiting.holding("AAA"))).isTrue();
        assertThat(waiting.hasPendingReduction("BBB")).isFalse();
        assertThat(books.hasPendingExit(books.holding("AAA"))).isFalse();
    }

    @Test
    void positions_are_listed_by_symbol_whatever_came_first() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "CCC", 100, 90, 1);
        holding(portfolio, "AAA", 100, 90, 2);
        holding(portfolio, "BBB", 100, 90, 3);

        assertThat(portfolio.state().positions())
                .extracting(AccountState.Position::symbol)
                .containsExactly("AAA", "BBB", "CCC");
    }

    @Test
    void closing_more_than_is_held_is_refused_with_both_figures() {
        Portfolio portfolio = aLongAccount();
        Execution tooMany = new Execution("o", "e", "AAA", 3, Intent.EXIT, Side.LONG, 101, Micros.of(100), 0, 0);
        Execution nothing = new Execution("p", "e", "ZZZ", 3, Intent.EXIT, Side.LONG, 1, Micros.of(100), 0, 0);

        assertThatThrownBy(() -> portfolio.onExecution(tooMany))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("order o closes more than is held: ")
                .hasMessageContaining("against Position[symbol=AAA");
        assertThatThrownBy(() -> portfolio.onExecution(nothing)).hasMessageEndingWith(" against nothing");
    }

    @Test
    void part_of_a_position_takes_its_part_of_the_costs_and_of_the_dividends() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket ticket = approved(portfolio.onBars(1, 1, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 90)))));
        portfolio.onExecution(Given.fill(ticket, ticket.orderId(), 2, 100, 100, 8));
        portfolio.onCorporateAction(new CorporateAction("AAA", 3, 1, 0.4));
        Ticket exit = approved(portfolio.onBars(
                3, 3, List.of(aBar("AAA", 110, "x", Given.anExit(Mode.TREND, Side.LONG, 110)))));

        portfolio.onExecution(Given.fill(exit, ticket.orderId(), 4, 25, 110, 1));

        AccountState state = portfolio.state();
        assertThat(state.realizedMicros())
                .as("25 x 10 gained, 1 for the exit, a quarter of 8 for the entry, a quarter of 40 received")
                .isEqualTo(Micros.of(250 - 1 - 2 + 10));
        assertThat(state.positions().getFirst().dividendMicros()).isEqualTo(Micros.of(30));
        assertThat(state.positions().getFirst().entryCommissionMicros()).isEqualTo(Micros.of(6));
        assertThat(state.positions().getFirst().realizedMicros()).isEqualTo(Micros.of(257));
    }

    @Test
    void a_split_changes_what_is_waiting_and_the_closes_that_were_seen() {
        Portfolio portfolio = anAccountWith(100_000);
        portfolio.onBars(1, 1, List.of(aBar("BBB", 40, "b", aTrendEntry(40, 20))));
        approved(portfolio.onBars(2, 2, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 90)))));

        portfolio.onCorporateAction(new CorporateAction("AAA", 3, 2, 0));

        AccountState state = portfolio.state();
        assertThat(state.closes().get("AAA").pricesMicros()).containsExactly(Micros.of(50));
        assertThat(state.closes().get("BBB").pricesMicros()).containsExactly(Micros.of(40));
        assertThat(state.pending())
                .extracting(Ticket::symbol, Ticket::shares, Ticket::stopMicros)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AAA", 200L, Micros.of(45)),
                        org.assertj.core.groups.Tuple.tuple("BBB", 50L, Micros.of(20)));
    }

    @Test
    void more_bars_than_room_make_more_room() {
        BarCloses closes = new BarCloses();

        for (int slot = 0; slot < 100; slot++) {
            closes.add(slot, slot + 0.5, slot + 0.25);
        }

        assertThat(closes.size()).isEqualTo(100);
        assertThat(closes.slot(99)).isEqualTo(99);
        assertThat(closes.close(0)).isEqualTo(0.5);
        assertThat(closes.close(99)).isEqualTo(99.5);
        assertThat(closes.atr(99)).isEqualTo(99.25);
    }

    @Test
    void a_halt_on_request_names_itself_and_a_second_one_takes_over() {
        Portfolio portfolio = aLongAccount();

        List<Decision> halted = portfolio.halt("SYSTEM", "feed lost", false, "h", 5);
        portfolio.halt("MANUAL", "lunch", false, "i", 6);

        Decision.Alert alert = only(Decision.Alert.class, halted).getFirst();
        assertThat(alert.code()).isEqualTo("SYSTEM");
        assertThat(alert.detail()).isEqualTo("feed lost");
        assertThat(alert.figures()).containsEntry("equity", 100_000.0);
        assertThat(only(Decision.Approved.class, halted)).isEmpty();
        assertThat(portfolio.state().haltTrigger()).isEqualTo("MANUAL");
        assertThat(portfolio.state().haltReason()).isEqualTo("lunch");
    }
}
