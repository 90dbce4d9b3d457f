package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision.Alert;
import io.fluxhero.engine.risk.Decision.Alert.Kind;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioBreakerTest {

    /** Drawdown only: no daily loss, no concentration. */
    private static final RiskConfig DRAWDOWN_ONLY =
            new RiskConfig(0.5, 0.5, 1, 0.5, 0.9, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 9, 9);

    /** 100,000 at the peak, 500 shares of AAA bought at 100, then closed so that drawdown is this; bar time 2. */
    static Portfolio anAccountInDrawdownOf(double drawdown) {
        Portfolio portfolio = aHalfInvestedAccount(DRAWDOWN_ONLY);
        fallTo(portfolio, drawdown, 2);
        return Portfolio.restored(withoutOtherLimits(), Given.IDS, portfolio.state());
    }

    private static RiskConfig withoutOtherLimits() {
        return new RiskConfig(0.01, 0.0075, 0.7, 0.2, 0.9, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 9, 9);
    }

    private static Portfolio aHalfInvestedAccount(RiskConfig config) {
        Portfolio portfolio = Portfolio.starting(config, Given.IDS, Micros.of(100_000));
        Ticket ticket = approved(portfolio.onBars(0, 0, List.of(aBar("AAA", 100, "a", aTrendEntry(100, 1)))));
        portfolio.onExecution(Given.fill(ticket, ticket.orderId(), 1, 500, 100, 0));
        portfolio.onOrderEnded(ticket.orderId());
        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, Double.NaN)));
        return portfolio;
    }

    private static List<Decision> fallTo(Portfolio portfolio, double drawdown, long time) {
        return portfolio.onBars(time, time, List.of(aBar("AAA", 100 - drawdown * 200, Double.NaN)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1499999, ACTIVE",
        "0.15, REDUCED",
        "0.1999999, REDUCED",
        "0.20, DISABLED",
        "0.40, DISABLED",
    })
    void changes_status_at_each_level(double drawdown, TradingStatus status) {
        assertThat(anAccountInDrawdownOf(drawdown).state().status()).isEqualTo(status);
    }

    @Test
    void counts_drawdown_from_the_highest_close_so_far() {
        Portfolio portfolio = aHalfInvestedAccount(DRAWDOWN_ONLY);

        portfolio.onBars(2, 2, List.of(aBar("AAA", 140, Double.NaN)));
        portfolio.onBars(3, 3, List.of(aBar("AAA", 104, Double.NaN)));

        assertThat(portfolio.state().peakEquityMicros()).isEqualTo(Micros.of(120_000));
        assertThat(portfolio.drawdown()).isEqualTo(0.15);
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.REDUCED);
    }

    @Test
    void warns_once_and_recovers_only_below_thirteen_percent() {
        Portfolio portfolio = aHalfInvestedAccount(DRAWDOWN_ONLY);

        assertThat(only(Alert.class, fallTo(portfolio, 0.16, 2)))
                .extracting(Alert::kind)
                .containsExactly(Kind.DRAWDOWN_WARNED);
        assertThat(fallTo(portfolio, 0.17, 3)).isEmpty();
        assertThat(fallTo(portfolio, 0.13, 4)).isEmpty();
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.REDUCED);
        assertThat(only(Alert.class, fallTo(portfolio, 0.1299, 5)))
                .extracting(Alert::kind, Alert::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.TRADING_RESUMED, "DRAWDOWN_RECOVERED"));
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.ACTIVE);
    }

    @Test
    void at_twenty_percent_closes_everything_cancels_what_is_pending_and_stays_disabled() {
        Portfolio portfolio = aHalfInvestedAccount(DRAWDOWN_ONLY);
        Ticket entry = approved(portfolio.onBars(2, 2, List.of(aBar("BBB", 10, "b", aTrendEntry(10, 1)))));

        List<Decision> decisions = fallTo(portfolio, 0.20, 3);

        assertThat(only(Alert.class, decisions))
                .extracting(Alert::kind, Alert::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.TRADING_HALTED, "DRAWDOWN"));
        assertThat(only(Decision.Cancel.class, decisions))
                .extracting(Decision.Cancel::orderId)
                .containsExactly(entry.orderId());
        Ticket exit = approved(decisions);
        assertThat(exit.intent()).isEqualTo(Intent.EXIT);
        assertThat(exit.shares()).isEqualTo(500);
        assertThat(exit.signalId()).isNull();

        portfolio.onOrderEnded(entry.orderId());
        assertThat(fallTo(portfolio, 0.01, 4)).isEmpty();
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.DISABLED);
        assertThat(portfolio.state().haltTrigger()).isEqualTo("DRAWDOWN");
    }

    @Test
    void resumes_after_a_drawdown_reduced_for_the_next_session_with_the_peak_reset() {
        Portfolio portfolio = anAccountInDrawdownOf(0.21);

        List<Decision> decisions = portfolio.resume("reviewed");

        assertThat(only(Alert.class, decisions)).extracting(Alert::kind).containsExactly(Kind.TRADING_RESUMED);
        assertThat(only(Alert.class, decisions).getFirst().figures()).containsEntry("reduced", 1.0);
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.REDUCED);
        assertThat(portfolio.state().peakEquityMicros()).isEqualTo(Micros.of(79_000));
        assertThat(portfolio.state().haltTrigger()).isNull();

        portfolio.onBars(3, 3, List.of());
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.REDUCED);
        portfolio.onBars(4, 4, List.of());
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.ACTIVE);
        assertThat(portfolio.resume("again")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.0299999, ACTIVE", "0.03, DISABLED"})
    void halts_at_three_percent_of_the_opening_equity_of_the_session(double loss, TradingStatus status) {
        Portfolio portfolio = aHalfInvestedAccount(withDailyLossLimit());

        fallTo(portfolio, loss, 2);

        assertThat(portfolio.state().status()).isEqualTo(status);
    }

    @Test
    void a_daily_loss_halt_stays_through_the_session_and_ends_with_it() {
        Portfolio portfolio = aHalfInvestedAccount(withDailyLossLimit());

        List<Decision> decisions = fallTo(portfolio, 0.04, 2);
        assertThat(only(Alert.class, decisions)).extracting(Alert::code).containsExactly("DAILY_LOSS");
        assertThat(approved(decisions).intent()).isEqualTo(Intent.EXIT);

        List<Decision> later = portfolio.onBars(3, 2, List.of(aBar("AAA", 100, "x", aTrendEntry(100, 1))));
        assertThat(only(Decision.Denied.class, later))
                .extracting(Decision.Denied::code)
                .containsExactly("REJECTED_TRADING_DISABLED");

        List<Decision> next = portfolio.onBars(4, 3, List.of(aBar("AAA", 100, Double.NaN)));
        assertThat(only(Alert.class, next)).extracting(Alert::code).containsExactly("NEW_SESSION");
        assertThat(only(Alert.class, next).getFirst().figures()).containsEntry("reduced", 0.0);
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.ACTIVE);
    }

    @Test
    void measures_the_daily_loss_from_the_last_close_of_the_session_before_although_fills_come_first() {
        Portfolio portfolio = aHalfInvestedAccount(withDailyLossLimit());
        Ticket exit = approved(portfolio.close("AAA", "req", 1));

        portfolio.onExecution(Given.fill(exit, "a/entry", 2, 500, 94, 0));
        List<Decision> decisions = portfolio.onBars(2, 2, List.of(aBar("AAA", 100, Double.NaN)));

        assertThat(portfolio.state().sessionOpenEquityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(only(Alert.class, decisions)).extracting(Alert::code).containsExactly("DAILY_LOSS");
    }

    @Test
    void judges_what_a_fill_within_the_session_lost_although_nothing_is_held_any_more() {
        Portfolio portfolio = aHalfInvestedAccount(withDailyLossLimit());
        Ticket exit = approved(portfolio.close("AAA", "req", 1));

        portfolio.onExecution(Given.fill(exit, "a/entry", 2, 500, 94, 0));

        assertThat(only(Alert.class, portfolio.onBars(2, 1, List.of(aBar("AAA", 94, Double.NaN)))))
                .extracting(Alert::code)
                .containsExactly("DAILY_LOSS");
    }

    @Test
    void an_account_whose_halt_ends_with_the_session_is_not_at_rest() {
        Portfolio portfolio = aHalfInvestedAccount(withDailyLossLimit());
        Ticket exit = approved(fallTo(portfolio, 0.04, 2));
        portfolio.onExecution(Given.fill(exit, "a/entry", 2, 500, 92, 0));
        portfolio.onBars(3, 2, List.of(aBar("AAA", 92, Double.NaN)));
        assertThat(portfolio.isAtRest()).isFalse();

        portfolio.onBars(4, 3, List.of(aBar("AAA", 92, Double.NaN)));

        assertThat(portfolio.isAtRest()).isTrue();
    }

    @Test
    void while_trading_is_small_a_trailing_stop_starts_closer_and_a_fixed_one_stays() {
        Portfolio trailing = anAccountInDrawdownOf(0.16);
        Portfolio fixed = anAccountInDrawdownOf(0.16);
        Signal.Entry reversion = Given.anEntry(Mode.MEAN_REVERSION, Side.LONG, 50, 45);

        assertThat(approved(trailing.onBars(3, 3, List.of(aBar("BBB", 50, "b", aTrendEntry(50, 45)))))
                        .stopMicros())
                .as("at 2.0 of 2.5 parts of the distance")
                .isEqualTo(Micros.of(46));
        assertThat(approved(fixed.onBars(3, 3, List.of(aBar("BBB", 50, "b", reversion))))
                        .stopMicros())
                .isEqualTo(Micros.of(45));
    }

    @Test
    void an_account_on_probation_is_not_at_rest() {
        Portfolio portfolio = anAccountInDrawdownOf(0.21);
        Ticket exit = portfolio.state().pending().getFirst();
        portfolio.onExecution(Given.fill(exit, "a/entry", 3, 500, 58, 0));
        portfolio.resume("reviewed");
        portfolio.onBars(3, 3, List.of(aBar("AAA", 58, Double.NaN)));
        assertThat(portfolio.isAtRest()).isFalse();

        portfolio.onBars(4, 4, List.of(aBar("AAA", 58, Double.NaN)));

        assertThat(portfolio.isAtRest()).isTrue();
    }

    private static RiskConfig withDailyLossLimit() {
        return new RiskConfig(0.5, 0.5, 1, 0.5, 0.9, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 9);
    }

    @ParameterizedTest
    @CsvSource({"149.99, false", "150, true"})
    void halts_when_one_position_reaches_half_of_equity(double close, boolean halted) {
        RiskConfig config = new RiskConfig(0.5, 0.5, 1, 0.5, 0.9, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 9, 0.60);
        Portfolio portfolio = aHalfInvestedAccount(config);

        List<Decision> decisions = portfolio.onBars(2, 2, List.of(aBar("AAA", close, Double.NaN)));

        assertThat(only(Alert.class, decisions).stream().map(Alert::code).toList())
                .isEqualTo(halted ? List.of("CONCENTRATION") : List.of());
        portfolio.onBars(3, 3, List.of(aBar("AAA", 140, Double.NaN)));
        assertThat(portfolio.state().status()).isEqualTo(halted ? TradingStatus.DISABLED : TradingStatus.ACTIVE);
    }

    @Test
    void a_person_halts_flattens_and_resumes() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = holding(portfolio, "AAA", 50, 45, 1);
        Ticket pending = approved(portfolio.onBars(2, 2, List.of(aBar("BBB", 50, "b", aTrendEntry(50, 45)))));

        List<Decision> decisions = portfolio.halt("MANUAL", "lunch", true, "req-7", 2);

        assertThat(only(Decision.Cancel.class, decisions))
                .extracting(Decision.Cancel::orderId)
                .containsExactly(pending.orderId());
        Ticket flatten = approved(decisions);
        assertThat(flatten.intent()).isEqualTo(Intent.FLATTEN);
        assertThat(flatten.orderId()).isEqualTo("req-7/AAA/flatten");
        assertThat(flatten.shares()).isEqualTo(entry.shares());
        assertThat(only(Decision.Approved.class, portfolio.halt("MANUAL", "lunch", true, "req-7", 2)))
                .isEmpty();
        assertThat(portfolio.state().haltReason()).isEqualTo("lunch");

        portfolio.resume("back");
        assertThat(portfolio.state().status()).isEqualTo(TradingStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, PERSON", "SYSTEM, HALT"})
    void positions_that_a_halt_closes_say_who_halted(String trigger, ExitReason reason) {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 50, 45, 1);

        List<Decision> decisions = portfolio.halt(trigger, "stop", true, "req", 2);

        assertThat(only(Decision.Approved.class, decisions))
                .extracting(Decision.Approved::exitReason)
                .containsExactly(reason);
    }

    @Test
    void an_entry_that_fills_after_the_halt_is_closed_again() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket pending = approved(portfolio.onBars(2, 2, List.of(aBar("BBB", 50, "b", aTrendEntry(50, 45)))));
        portfolio.halt("MANUAL", "stop", true, "req-1", 2);

        List<Decision> decisions = portfolio.onExecution(Given.entryFill(pending, 3, 50));

        assertThat(approved(decisions).intent()).isEqualTo(Intent.FLATTEN);
    }

    @Test
    void a_drawdown_takes_over_a_manual_halt_and_needs_its_own_review() {
        Portfolio portfolio = aHalfInvestedAccount(DRAWDOWN_ONLY);
        portfolio.halt("MANUAL", "lunch", false, "req", 1);

        List<Decision> decisions = fallTo(portfolio, 0.25, 2);

        assertThat(approved(decisions).shares()).isEqualTo(500);
        assertThat(portfolio.state().haltTrigger()).isEqualTo("DRAWDOWN");
    }

    @Test
    void a_session_begins_for_an_idle_account_too() {
        Portfolio portfolio = Given.anAccountWith(100_000);
        for (long time = 1; time <= 3; time++) {
            quietBar(portfolio, time, 7, (double) (100 + time));
        }
        assertThat(portfolio.state().sessionDay()).isEqualTo(7);

        quietBar(portfolio, 4, 8, 99);

        assertThat(portfolio.state().sessionDay()).isEqualTo(8);
        assertThat(portfolio.state().marksMicros()).containsEntry("SPY", Micros.of(99.0));
        assertThat(portfolio.state().closes().get("SPY").barTimes()).containsExactly(1L, 2L, 3L, 4L);
    }

    private static void quietBar(Portfolio portfolio, long time, long day, double close) {
        BarCloses closes = new BarCloses();
        closes.add(portfolio.slotOf("SPY"), close, 2);
        portfolio.onBars(time, day, closes, List.of());
    }
}
