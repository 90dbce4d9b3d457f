package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.anEntry;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.entryFill;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailingStopsTest {

    private static Portfolio holding(Mode mode, Side side, double price, double stop) {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket ticket =
                approved(portfolio.onBars(1, 1, List.of(aBar("SPY", price, "s", anEntry(mode, side, price, stop)))));
        portfolio.onExecution(entryFill(ticket, 2, price));
        return portfolio;
    }

    private static List<Double> stops(Portfolio portfolio, double[] closes, double[] atrs) {
        List<Double> stops = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            portfolio.onBars(2 + i, 2 + i, List.of(aBar("SPY", closes[i], atrs[i])));
            stops.add(Micros.toDouble(portfolio.state().positions().getFirst().stopMicros()));
        }
        return stops;
    }

    @Test
    void follows_the_peak_close_and_never_loosens() {
        Portfolio portfolio = holding(Mode.TREND, Side.LONG, 100, 90);

        assertThat(stops(portfolio, new double[] {100, 105, 104, 104}, new double[] {1, 1, 3, 3}))
                .containsExactly(97.5, 102.5, 102.5, 102.5);
    }

    @Test
    void mirrors_for_shorts() {
        Portfolio portfolio = holding(Mode.TREND, Side.SHORT, 100, 110);

        assertThat(stops(portfolio, new double[] {100, 95, 96, 94}, new double[] {1, 1, 3, 1}))
                .containsExactly(102.5, 97.5, 97.5, 96.5);
    }

    @Test
    void keeps_a_fixed_stop_and_keeps_any_stop_while_atr_is_unknown() {
        assertThat(stops(holding(Mode.MEAN_REVERSION, Side.LONG, 100, 97), new double[] {110}, new double[] {1}))
                .containsExactly(97.0);
        assertThat(stops(
                        holding(Mode.TREND, Side.LONG, 100, 95), new double[] {110, 110}, new double[] {Double.NaN, 1}))
                .containsExactly(95.0, 107.5);
    }

    @Test
    void reports_a_move_only_when_the_stop_moved() {
        Portfolio portfolio = holding(Mode.TREND, Side.LONG, 100, 97.5);

        assertThat(portfolio.onBars(2, 2, List.of(aBar("SPY", 100, 1)))).isEmpty();
        assertThat(only(Decision.StopMoved.class, portfolio.onBars(3, 3, List.of(aBar("SPY", 101, 1)))))
                .containsExactly(new Decision.StopMoved("SPY", "s/entry", Micros.of(98.5)));
    }

    @Test
    void leaves_a_position_alone_whose_entry_bar_is_still_to_come() {
        Portfolio portfolio = holding(Mode.TREND, Side.LONG, 100, 90);

        assertThat(portfolio.onBars(1, 1, List.of(aBar("SPY", 120, 1)))).isEmpty();
    }

    @Test
    void tightens_to_two_atr_while_reduced() {
        Portfolio active = holding(Mode.TREND, Side.LONG, 100, 90);
        AccountState state = active.state();
        AccountState reduced = new AccountState(
                state.cashMicros(),
                state.initialCashMicros(),
                state.baseMicros(),
                state.realizedMicros(),
                Micros.of(118_000),
                state.sessionDay(),
                state.sessionOpenEquityMicros(),
                state.lastEquityMicros(),
                0,
                TradingStatus.REDUCED,
                null,
                null,
                state.positions(),
                state.pending(),
                state.marksMicros(),
                state.closes(),
                state.correlationWarned(),
                state.modeWeights(),
                state.externals());

        Portfolio portfolio = Portfolio.restored(RiskConfig.defaults(), Given.IDS, reduced);

        assertThat(stops(portfolio, new double[] {100}, new double[] {1})).containsExactly(98.0);
    }
}
