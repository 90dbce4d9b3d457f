package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.approved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.ModeWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioCashMovedTest {

    private static final RiskConfig CONFIG =
            new RiskConfig(0.5, 0.5, 1, 0.5, 0.9, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 9);

    /** 100,000; 500 shares bought at 100 and sold at this price in the session after: bar time 2, session 2. */
    private static Portfolio aFlatAccountThatSoldAt(double price) {
        Portfolio portfolio = Portfolio.starting(CONFIG, Given.IDS, Micros.of(100_000));
        Ticket entry = approved(portfolio.onBars(0, 0, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 1)))));
        portfolio.onExecution(Given.fill(entry, entry.orderId(), 1, 500, 100, 0));
        portfolio.onOrderEnded(entry.orderId());
        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, Double.NaN)));
        List<Decision> fall = portfolio.onBars(2, 2, List.of(aBar("AAA", price, Double.NaN)));
        Ticket exit = approved(fall.isEmpty() ? portfolio.close("AAA", "person", 2) : fall);
        portfolio.onExecution(Given.fill(exit, entry.orderId(), 2, 500, price, 0));
        return portfolio;
    }

    @Test
    void counts_returns_drawdown_and_the_loss_of_the_session_from_what_is_left() {
        Portfolio portfolio = aFlatAccountThatSoldAt(99);

        portfolio.onCashMoved(Micros.of(500));

        AccountState state = portfolio.state();
        assertThat(state.cashMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.initialCashMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.baseMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.peakEquityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.sessionOpenEquityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.lastEquityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(state.realizedMicros()).as("what was lost stays on record").isEqualTo(Micros.of(-500));
        assertThat(portfolio.drawdown()).isZero();
    }

    @Test
    void takes_cash_out_without_calling_it_a_loss() {
        Portfolio portfolio = aFlatAccountThatSoldAt(120);

        portfolio.onCashMoved(Micros.of(-60_000));

        assertThat(portfolio.equityMicros()).isEqualTo(Micros.of(50_000));
        assertThat(portfolio.onBars(3, 2, List.of(aBar("AAA", 120, Double.NaN))))
                .as("neither drawdown nor the loss of the day stops trading")
                .isEmpty();
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.ACTIVE);
        assertThat(portfolio.state().peakEquityMicros()).isEqualTo(Micros.of(50_000));
    }

    @Test
    void leaves_a_halt_as_it_is_and_the_drawdown_behind_it_gone() {
        Portfolio portfolio = aFlatAccountThatSoldAt(50);
        assertThat(portfolio.state().haltTrigger()).isEqualTo("DRAWDOWN");

        portfolio.onCashMoved(Micros.of(25_000));
        portfolio.onBars(3, 3, List.of(aBar("AAA", 50, Double.NaN)));

        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.DISABLED);
        assertThat(portfolio.state().haltTrigger()).isEqualTo("DRAWDOWN");
        assertThat(portfolio.drawdown()).isZero();
        portfolio.resume("a new season");
        assertThat(portfolio.state().status()).as("a probation is served").isEqualTo(TradingStatus.REDUCED);
    }

    @Test
    void trusts_both_modes_in_full_again() {
        Portfolio portfolio = aFlatAccountThatSoldAt(99);
        assertThat(portfolio.state().modeWeights().trendSince().trades()).isOne();

        portfolio.onCashMoved(0);

        assertThat(portfolio.state().modeWeights()).isEqualTo(ModeWeights.full());
    }

    @Test
    void is_a_bug_while_something_is_held() {
        Portfolio portfolio = Portfolio.starting(CONFIG, Given.IDS, Micros.of(100_000));
        Ticket entry = approved(portfolio.onBars(0, 0, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 1)))));
        portfolio.onExecution(Given.fill(entry, entry.orderId(), 1, 500, 100, 0));

        assertThatThrownBy(() -> portfolio.onCashMoved(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("while nothing is held");
        assertThat(portfolio.state().cashMicros()).isEqualTo(Micros.of(50_000));
    }
}
