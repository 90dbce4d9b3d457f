package io.fluxhero.risk.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.PersonalEntry;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountFiguresTest {

    private final Portfolio portfolio =
            Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, Micros.of(100_000));

    private void close(long day, double qqq, double spy) {
        portfolio.onBars(
                day, day, List.of(new SettledBar("QQQ", qqq, 2, List.of()), new SettledBar("SPY", spy, 2, List.of())));
    }

    private void buy(String symbol, long shares, double price, double stop) {
        portfolio.enter(new PersonalEntry(symbol, Side.LONG, shares, OrderTerms.MARKET, Micros.of(stop), 0), symbol, 1);
        String order = symbol + "/entry";
        portfolio.onExecution(
                new Execution(order, order, symbol, 2, Intent.ENTRY, Side.LONG, shares, Micros.of(price), 0, 0));
    }

    @Test
    void of_cash_alone_are_cash_and_zero() {
        AccountFigures figures = AccountFigures.of(portfolio);

        long all = Micros.of(100_000);
        assertThat(figures).isEqualTo(new AccountFigures(all, all, all, all, 0, 0, all, all, 0, 0));
        assertThat(figures.totalPnl()).isZero();
        assertThat(figures.dailyPnl()).isZero();
        assertThat(figures.dailyPnlPct()).isEqualByComparingTo("0");
        assertThat(figures.exposurePct()).isEqualByComparingTo("0");
        assertThat(figures.largestPositionPct()).isEqualByComparingTo("0");
        assertThat(figures.drawdownPct()).isEqualByComparingTo("0");
    }

    /** 100 SPY at 100 and 50 QQQ at 200; SPY falls to 95, QQQ to 196; 30 GLD at 170 are not ours. */
    @Test
    void count_positions_at_the_last_close_and_what_is_not_ours() {
        close(1, 200, 100);
        buy("SPY", 100, 100, 92);
        buy("QQQ", 50, 200, 190);
        close(2, 196, 95);
        portfolio.onExternal("GLD", 30, Micros.of(170));

        AccountFigures figures = AccountFigures.of(portfolio);

        assertThat(figures)
                .isEqualTo(new AccountFigures(
                        Micros.of(80_000),
                        Micros.of(80_000),
                        Micros.of(100_000),
                        Micros.of(99_300),
                        Micros.of(24_400),
                        Micros.of(9_800),
                        Micros.of(100_000),
                        Micros.of(100_000),
                        Micros.of(600),
                        2));
        assertThat(figures.totalPnl()).isEqualTo(Micros.of(-700));
        assertThat(figures.dailyPnl()).isEqualTo(Micros.of(-700));
        assertThat(figures.dailyPnlPct()).isEqualByComparingTo("-0.7");
        assertThat(figures.exposurePct()).isEqualByComparingTo("24.572004");
        assertThat(figures.largestPositionPct()).isEqualByComparingTo("9.869084");
        assertThat(figures.drawdownPct()).isEqualByComparingTo("-0.7");
    }

    /** The peak is remembered by closes; equity above it is a new peak already. */
    @Test
    void know_a_peak_before_the_close_that_will_remember_it() {
        close(1, 200, 100);
        buy("SPY", 100, 90, 85);

        AccountFigures figures = AccountFigures.of(portfolio);

        assertThat(figures.equity()).isEqualTo(Micros.of(101_000));
        assertThat(figures.peakEquity()).isEqualTo(figures.equity());
        assertThat(figures.drawdownPct()).isEqualByComparingTo("0");
        assertThat(figures.totalPnl()).isEqualTo(Micros.of(1_000));
        assertThat(figures.dailyPnlPct()).isEqualByComparingTo("1");
    }

    @Test
    void leave_no_buying_power_below_zero_and_no_share_of_nothing() {
        AccountFigures broke = new AccountFigures(0, 0, 100, 0, 50, 50, 0, 0, 0, 1);
        assertThat(broke.exposurePct()).isEqualByComparingTo("0");
        assertThat(broke.largestPositionPct()).isEqualByComparingTo("0");
        assertThat(broke.dailyPnlPct()).isEqualByComparingTo("0");
        assertThat(broke.drawdownPct()).isEqualByComparingTo("0");

        close(1, 200, 100);
        buy("SPY", 100, 100, 92);
        buy("QQQ", 50, 1_900, 190);
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(-5_000));
        assertThat(AccountFigures.of(portfolio).buyingPower()).isZero();
    }
}
