package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aPosition;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.PreTradeCheck.Answer;
import io.fluxhero.engine.risk.PreTradeCheck.Proposal;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.ModePerformance;
import io.fluxhero.engine.strategy.ModeWeights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last value that is still allowed and the first that is not, rule by rule. */
class RiskEdgesTest {

    private static PreTradeCheck aCheckOf(AccountState state) {
        return new PreTradeCheck(RiskConfig.defaults(), state);
    }

    private static PreTradeCheck aCheckOf(double cash) {
        return aCheckOf(AccountState.starting(Micros.of(cash)));
    }

    private static Proposal buying(long shares, double price, double stop) {
        return new Proposal("SPY", Side.LONG, Mode.TREND, price, stop, shares);
    }

    /** A holding of 100 shares at 100 as its account would be restored, with such a stop that trails at 2.5 ATR. */
    private static Portfolio holdingWithStop(double stop) {
        AccountState.Position held = aPosition("AAA", Side.LONG, 100, 100, stop, 2.5);
        AccountState cash = AccountState.starting(Micros.of(100_000));
        return Portfolio.restored(
                RiskConfig.defaults(),
                Given.IDS,
                new AccountState(
                        Micros.of(90_000),
                        cash.initialCashMicros(),
                        cash.baseMicros(),
                        0,
                        cash.peakEquityMicros(),
                        1,
                        cash.sessionOpenEquityMicros(),
                        cash.lastEquityMicros(),
                        0,
                        TradingStatus.ACTIVE,
                        null,
                        null,
                        List.of(held),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        false,
                        cash.modeWeights(),
                        Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"10, 75", "39.9, 0.25", "40, 0", "41, 0"})
    void a_position_without_stop_gets_the_first_one_above_nothing(double atr, double stop) {
        Portfolio portfolio = holdingWithStop(0);

        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, atr)));

        assertThat(portfolio.state().positions().getFirst().stopMicros()).isEqualTo(Micros.of(stop));
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 50})
    void a_trail_as_long_as_the_price_leaves_the_stop_where_it_is(double atr) {
        Portfolio portfolio = holdingWithStop(95);

        assertThat(portfolio.onBars(1, 1, List.of(aBar("AAA", 100, atr)))).isEmpty();
        assertThat(portfolio.state().positions().getFirst().stopMicros()).isEqualTo(Micros.of(95));
    }

    @Test
    void a_position_that_has_not_seen_a_close_is_worth_what_it_cost() {
        Portfolio portfolio = holdingWithStop(95);

        assertThat(portfolio.equityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(portfolio.openRiskMicros()).isEqualTo(Micros.of(500));
    }

    @Test
    void a_position_without_stop_has_no_risk_at_it() {
        assertThat(holdingWithStop(0).openRiskMicros()).isZero();
    }

    @Test
    void a_mode_is_not_judged_by_a_trade_of_which_nobody_knows_the_equity_at_its_entry() {
        Portfolio portfolio = holdingWithStop(95);
        Ticket exit = Given.approved(portfolio.close("AAA", "c", 2));

        portfolio.onExecution(Given.fill(exit, "AAA", 3, 100, 90, 0));

        assertThat(portfolio.state().realizedMicros()).isEqualTo(Micros.of(-1_000));
        assertThat(portfolio.state().modeWeights()).isEqualTo(ModeWeights.full());
    }

    @ParameterizedTest
    @CsvSource({"100, APPROVED", "101, REJECTED_EXCESSIVE_RISK"})
    void may_lose_one_percent_at_the_stop(long shares, String code) {
        assertThat(aCheckOf(100_000).position(buying(shares, 100, 90)).code()).isEqualTo(code);
        assertThat(aCheckOf(100_000).newPosition(buying(shares, 100, 90)).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"200, APPROVED", "201, REJECTED_POSITION_TOO_LARGE"})
    void may_be_a_fifth_of_equity(long shares, String code) {
        assertThat(aCheckOf(100_000).position(buying(shares, 100, 99)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"500, APPROVED, 500", "501, REJECTED_TOTAL_EXPOSURE, 0"})
    void all_together_may_be_half_of_equity(long shares, String code, long allowed) {
        assertThat(aCheckOf(100_000).portfolio(buying(shares, 100, 99))).isEqualTo(new Answer(code, allowed));
    }

    @ParameterizedTest
    @CsvSource({"0, REJECTED_NO_STOP", "-1, REJECTED_NO_STOP", "100, REJECTED_INVALID", "99.999999, APPROVED"})
    void the_stop_is_there_and_on_the_losing_side(double stop, String code) {
        assertThat(aCheckOf(100_000).position(buying(1, 100, stop)).code()).isEqualTo(code);
    }

    @Test
    void a_price_of_nothing_is_no_price() {
        assertThat(aCheckOf(100_000)
                        .position(new Proposal("SPY", Side.SHORT, Mode.TREND, 0, 1, 1))
                        .code())
                .isEqualTo("REJECTED_INVALID");
    }

    @Test
    void risk_gives_the_size_and_a_stop_at_the_price_none() {
        assertThat(aCheckOf(100_000).sizeByRisk(buying(0, 100, 97))).isEqualTo(333);
        assertThat(aCheckOf(100_000).sizeByRisk(buying(0, 100, 100))).isZero();
    }

    @Test
    void a_mode_that_lost_trust_risks_less() {
        AccountState half = weighted(0.5);

        assertThat(aCheckOf(half).sizeByRisk(buying(0, 100, 90))).isEqualTo(50);
        assertThat(new PreTradeCheck(unweighted(), half).sizeByRisk(buying(0, 100, 90)))
                .isEqualTo(100);
    }

    @Test
    void a_hash_changes_with_the_rules_of_correlation() {
        assertThat(correlated(0.8).hash()).isNotEqualTo(correlated(0.9).hash());
    }

    @Test
    void an_account_that_never_had_anything_has_lost_nothing() {
        assertThat(new EquityPeak(0).drawdown(0)).isZero();
    }

    private static RiskConfig correlated(double alertAbove) {
        CorrelationRules rules = new CorrelationRules(0.7, 0.5, 60, 20, alertAbove, false);
        return new RiskConfig(0.01, 0.0075, 0.7, 0.2, 0.5, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.5, rules, true);
    }

    private static RiskConfig unweighted() {
        return new RiskConfig(
                0.01,
                0.0075,
                0.7,
                0.2,
                0.5,
                5,
                0.15,
                0.13,
                0.2,
                0.5,
                2.5,
                2.0,
                0.03,
                0.5,
                CorrelationRules.defaults(),
                false);
    }

    @Test
    void a_position_in_the_symbol_and_the_sixth_one_are_refused() {
        Portfolio portfolio = anAccountWith(100_000);
        for (String symbol : List.of("A", "B", "C", "D")) {
            holding(portfolio, symbol, 10, 5, symbol.charAt(0));
        }
        assertThat(aCheckOf(portfolio.state()).newPosition(buying(1, 10, 9))).isEqualTo(new Answer("APPROVED", 1));
        holding(portfolio, "E", 10, 5, 'E');

        PreTradeCheck check = aCheckOf(portfolio.state());

        assertThat(check.newPosition(buying(1, 10, 9))).isEqualTo(new Answer("REJECTED_MAX_POSITIONS", 0));
        assertThat(check.newPosition(new Proposal("A", Side.LONG, Mode.TREND, 10, 9, 1))
                        .code())
                .isEqualTo("REJECTED_POSITION_OPEN");
    }

    @Test
    void a_refusal_for_want_of_room_names_what_is_held_and_what_is_reserved() {
        RiskConfig narrow = new RiskConfig(0.01, 0.0075, 0.7, 0.2, 0.15, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.5);
        Portfolio portfolio = Portfolio.starting(narrow, Given.IDS, Micros.of(100_000));
        holding(portfolio, "AAA", 100, 90, 1);
        portfolio.onBars(2, 2, List.of(aBar("BBB", 50, "b", aTrendEntry(50, 40))));

        List<Decision> decisions = portfolio.onBars(3, 3, List.of(aBar("CCC", 20, "c", aTrendEntry(20, 10))));

        Decision.Denied denied = only(Decision.Denied.class, decisions).getFirst();
        assertThat(denied.code()).isEqualTo("REJECTED_TOTAL_EXPOSURE");
        assertThat(denied.detail()).isEqualTo("no room under the exposure limit");
        assertThat(denied.figures())
                .containsEntry("wanted", 2_000.0)
                .containsEntry("room", 0.0)
                .containsEntry("exposure", 15_000.0)
                .containsEntry("price", 20.0);
    }

    @Test
    void correlation_counts_only_above_its_limit() {
        CorrelationWatch watch = new CorrelationWatch(CorrelationRules.defaults(), false);

        assertThat(watch.isTooHigh(0.7)).isFalse();
        assertThat(watch.isTooHigh(0.7000001)).isTrue();
        assertThat(watch.reduced(5)).isEqualTo(2);
        assertThat(new CorrelationWatch(new CorrelationRules(0.7, 0.5, 60, 20, 0.8, true), true).maxPositions(1))
                .isEqualTo(1);
    }

    @Test
    void returns_are_relative_to_the_price_before() {
        double[] prices = {100, 110, 99, 108.9};
        double[] others = {50, 50, 75, 75};

        assertThat(ReturnCorrelation.of(prices, others))
                .as("returns 0.1, -0.1, 0.1 and 0, 0.5, 0")
                .isEqualTo(-1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.1299999, ACTIVE", "0.13, REDUCED"})
    void after_a_halt_trading_is_whole_only_below_the_recovery(double drawdown, TradingStatus status) {
        assertThat(new DrawdownBreaker(RiskConfig.defaults()).afterHalt(drawdown))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0.15, REDUCED", "0.1499999, REDUCED", "0.13, REDUCED", "0.1299999, ACTIVE", "0.2, DISABLED"})
    void small_trading_stays_small_until_the_recovery(double drawdown, TradingStatus status) {
        assertThat(new DrawdownBreaker(RiskConfig.defaults()).next(TradingStatus.REDUCED, drawdown))
                .isEqualTo(status);
    }

    private static AccountState weighted(double trend) {
        AccountState fresh = AccountState.starting(Micros.of(100_000));
        return new AccountState(
                fresh.cashMicros(),
                fresh.initialCashMicros(),
                fresh.baseMicros(),
                0,
                fresh.peakEquityMicros(),
                fresh.sessionDay(),
                fresh.sessionOpenEquityMicros(),
                fresh.lastEquityMicros(),
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                false,
                new ModeWeights(trend, 1, ModePerformance.none(), ModePerformance.none(), 0),
                Map.of());
    }
}
