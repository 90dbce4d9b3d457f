package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.anExit;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.fill;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingsTest {

    private static SettledBar anExitBar(String id, Mode mode, Side side) {
        return aBar("SPY", 50, id, anExit(mode, side, 50));
    }

    @Test
    void an_exit_of_the_mode_that_holds_closes_all_shares() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = holding(portfolio, "SPY", 50, 45, 1);

        Ticket exit = approved(portfolio.onBars(3, 3, List.of(anExitBar("x", Mode.TREND, Side.LONG))));

        assertThat(exit.intent()).isEqualTo(Intent.EXIT);
        assertThat(exit.shares()).isEqualTo(entry.shares());
        assertThat(exit.orderId()).isEqualTo("x/exit");
        assertThat(exit.signalId()).isEqualTo("x");
        assertThat(portfolio.state().positions().getFirst().exitWanted()).isTrue();
    }

    @Test
    void ignores_exits_with_nothing_to_exit_of_another_side_or_of_another_mode() {
        Portfolio portfolio = anAccountWith(100_000);
        assertThat(portfolio.onBars(1, 1, List.of(anExitBar("x", Mode.TREND, Side.LONG))))
                .containsExactly(new Decision.Ignored("x", "SPY", "NOTHING_TO_EXIT"));

        holding(portfolio, "SPY", 50, 45, 2);

        assertThat(only(
                        Decision.Ignored.class,
                        portfolio.onBars(4, 4, List.of(anExitBar("y", Mode.TREND, Side.SHORT)))))
                .containsExactly(new Decision.Ignored("y", "SPY", "HELD_BY_ANOTHER_MODE"));
        assertThat(only(
                        Decision.Ignored.class,
                        portfolio.onBars(5, 5, List.of(anExitBar("z", Mode.MEAN_REVERSION, Side.LONG)))))
                .hasSize(1);
    }

    @Test
    void an_exit_cancels_the_entry_that_is_pending() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = approved(portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "s", aTrendEntry(50, 45)))));

        assertThat(portfolio.onBars(2, 2, List.of(anExitBar("x", Mode.TREND, Side.LONG))))
                .containsExactly(
                        new Decision.Cancel(entry.orderId(), "SPY", "EXIT_SIGNALLED"),
                        new Decision.Ignored("x", "SPY", "ENTRY_CANCELLED"));
    }

    @Test
    void asks_again_for_an_exit_whose_order_ended_and_not_while_it_works() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "SPY", 50, 45, 1);
        Ticket exit = approved(portfolio.onBars(3, 3, List.of(anExitBar("x", Mode.TREND, Side.LONG))));

        assertThat(only(Decision.Approved.class, portfolio.onBars(4, 4, List.of(aBar("SPY", 50, Double.NaN)))))
                .isEmpty();

        portfolio.onOrderEnded(exit.orderId());
        Ticket again = approved(portfolio.onBars(5, 5, List.of(aBar("SPY", 50, Double.NaN))));
        assertThat(again.intent()).isEqualTo(Intent.EXIT);
        assertThat(again.orderId()).isNotEqualTo(exit.orderId());
    }

    @Test
    void a_person_closes_a_position_in_place_of_the_exit_that_waits() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "SPY", 50, 45, 1);
        Ticket exit = approved(portfolio.onBars(3, 3, List.of(anExitBar("x", Mode.TREND, Side.LONG))));

        List<Decision> decisions = portfolio.close("SPY", "req", 3);

        assertThat(decisions.getFirst()).isEqualTo(new Decision.Cancel(exit.orderId(), "SPY", "REPLACED_BY_FLATTEN"));
        assertThat(approved(decisions).intent()).isEqualTo(Intent.FLATTEN);
        assertThat(approved(decisions).mode()).isNull();
        assertThat(portfolio.close("QQQ", "req", 3)).isEmpty();
    }

    @Test
    void books_a_round_trip_net_of_both_commissions() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = approved(portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "s", aTrendEntry(50, 45)))));
        portfolio.onExecution(fill(entry, entry.orderId(), 2, 200, 50.01, 1));
        Ticket exit = approved(portfolio.close("SPY", "req", 2));
        portfolio.onExecution(fill(exit, entry.orderId(), 3, 200, 51, 1));

        AccountState state = portfolio.state();
        assertThat(state.realizedMicros()).isEqualTo(Micros.of(196));
        assertThat(state.cashMicros()).isEqualTo(Micros.of(100_196));
        assertThat(state.positions()).isEmpty();
        assertThat(state.pending()).isEmpty();
    }

    @Test
    void books_partial_fills_exactly_although_the_mean_price_is_rounded() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = approved(portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "s", aTrendEntry(50, 45)))));
        portfolio.onExecution(fill(entry, entry.orderId(), 2, 67, 50.000001, 0.335));
        portfolio.onExecution(fill(entry, entry.orderId(), 2, 133, 50.000002, 0.665));
        assertThat(portfolio.state().pending()).isEmpty();
        Ticket exit = approved(portfolio.close("SPY", "req", 2));
        portfolio.onExecution(fill(exit, entry.orderId(), 3, 77, 50, 0));
        portfolio.onExecution(fill(exit, entry.orderId(), 3, 123, 50, 0));

        AccountState state = portfolio.state();
        assertThat(state.realizedMicros()).isEqualTo(-67 - 2 * 133 - Micros.of(1));
        assertThat(state.cashMicros() - state.initialCashMicros()).isEqualTo(state.realizedMicros());
    }
}
