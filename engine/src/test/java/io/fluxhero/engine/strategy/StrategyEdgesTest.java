package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.NoiseFilter.Reading;
import io.fluxhero.engine.strategy.Rejection.Reason;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, what they say and what they refuse, at their thresholds (domain specification d and e). */
class StrategyEdgesTest {

    private static final double UNKNOWN = Double.NaN;

    /** Bands of half an ATR in and three tenths out around KAMA 100 with ATR 2: 99, 101 and 99.4, 100.6. */
    private static TrendFollowing trend(double... closes) {
        TrendFollowing rule = new TrendFollowing(0.5, 0.3);
        for (double close : closes) {
            rule.update(close, 100, 2);
        }
        return rule;
    }

    private static MeanReversion reversion(double close, double rsi) {
        MeanReversion rule = new MeanReversion(30, 70);
        rule.update(close, rsi, 90, 100, 110);
        return rule;
    }

    @ParameterizedTest
    @CsvSource({
        "101, 101.1, LONG",
        "101, 101,",
        "101.1, 101.2,",
        "99, 98.9, SHORT",
        "99, 99,",
        "98.9, 98.8,",
        "98.9, 101.1, LONG",
        "101.1, 98.9, SHORT"
    })
    void a_trend_entry_crosses_out_of_the_band(double before, double close, Side side) {
        assertThat(trend(before, close).entry().orElse(null)).isEqualTo(side);
    }

    @Test
    void a_trend_entry_needs_to_know_the_bar_before() {
        assertThat(trend(101.1).entry()).isEmpty();
        TrendFollowing rule = new TrendFollowing(0.5, 0.3);
        rule.update(100, 100, UNKNOWN);
        rule.update(101.1, 100, 2);

        assertThat(rule.entry()).isEmpty();
        assertThat(rule.missing(Side.LONG))
                .extracting(Verdict::gate, Verdict::detail)
                .containsExactly(Gate.WARM_UP, "KAMA or ATR is not known for two bars yet");
        rule.update(100, UNKNOWN, 2);
        assertThat(rule.missing(Side.LONG).gate()).isEqualTo(Gate.WARM_UP);
    }

    @ParameterizedTest
    @CsvSource({"LONG, 99.4, false", "LONG, 99.3, true", "SHORT, 100.6, false", "SHORT, 100.7, true"})
    void a_trend_exit_is_a_level(Side side, double close, boolean exits) {
        assertThat(trend(close).exits(side)).isEqualTo(exits);
    }

    @Test
    void a_trend_rule_says_what_it_missed() {
        assertThat(trend(100, 100.5).missing(Side.LONG))
                .isEqualTo(new Verdict(Gate.ENTRY_RULE, "trend: close is not above KAMA+0.5×ATR", 100.5, 101));
        assertThat(trend(100, 99.5).missing(Side.SHORT))
                .isEqualTo(new Verdict(Gate.ENTRY_RULE, "trend: close is not below KAMA-0.5×ATR", 99.5, 99));
        assertThat(trend(102, 103).missing(Side.LONG).detail())
                .isEqualTo("trend: close was beyond KAMA+0.5×ATR before, no crossing");
        assertThat(trend(98, 97).missing(Side.SHORT).detail())
                .isEqualTo("trend: close was beyond KAMA-0.5×ATR before, no crossing");
        assertThat(trend(98, 97).missing(Side.LONG).detail()).isEqualTo("trend: close is not above KAMA+0.5×ATR");
    }

    @Test
    void a_trend_rule_names_its_triggers() {
        TrendFollowing rule = trend();

        assertThat(rule.entryTrigger(Side.LONG)).isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
        assertThat(rule.entryTrigger(Side.SHORT)).isEqualTo("KAMA crossover (Price < KAMA-0.5×ATR)");
        assertThat(rule.exitTrigger(Side.LONG)).isEqualTo("KAMA exit (Price < KAMA-0.3×ATR)");
        assertThat(rule.exitTrigger(Side.SHORT)).isEqualTo("KAMA exit (Price > KAMA+0.3×ATR)");
    }

    @ParameterizedTest
    @CsvSource({"90, 29.9, LONG", "90, 30,", "90.1, 29.9,", "110, 70.1, SHORT", "110, 70,", "109.9, 70.1,"})
    void a_reversion_entry_needs_the_band_and_the_extreme(double close, double rsi, Side side) {
        assertThat(reversion(close, rsi).entry().orElse(null)).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({
        "LONG, 100, 50, true",
        "LONG, 99.9, 50, false",
        "LONG, 99.9, 70, false",
        "LONG, 99.9, 70.1, true",
        "SHORT, 100, 50, true",
        "SHORT, 100.1, 50, false",
        "SHORT, 100.1, 30, false",
        "SHORT, 100.1, 29.9, true"
    })
    void a_reversion_exit_is_the_mean_or_the_other_extreme(Side side, double close, double rsi, boolean exits) {
        assertThat(reversion(close, rsi).exits(side)).isEqualTo(exits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LONG | 100 | Mean reached (Price ≥ SMA20)",
                "LONG | 99.9 | RSI overbought (RSI > 70)",
                "SHORT | 100 | Mean reached (Price ≤ SMA20)",
                "SHORT | 100.1 | RSI oversold (RSI < 30)"
            })
    void a_reversion_exit_names_what_came_first(Side side, double close, String trigger) {
        assertThat(reversion(close, 50).exitTrigger(side)).isEqualTo(trigger);
    }

    @Test
    void a_reversion_rule_names_its_entries_and_says_what_it_missed() {
        assertThat(reversion(90, 20).entryTrigger(Side.LONG)).isEqualTo("RSI oversold (RSI < 30, Price ≤ lower band)");
        assertThat(reversion(90, 20).entryTrigger(Side.SHORT))
                .isEqualTo("RSI overbought (RSI > 70, Price ≥ upper band)");
        assertThat(reversion(95, 30).missing(Side.LONG))
                .isEqualTo(new Verdict(Gate.ENTRY_RULE, "mean reversion: RSI is not oversold", 30, 30));
        assertThat(reversion(95, 70).missing(Side.SHORT))
                .isEqualTo(new Verdict(Gate.ENTRY_RULE, "mean reversion: RSI is not overbought", 70, 70));
        assertThat(reversion(95, 29).missing(Side.LONG))
                .isEqualTo(new Verdict(
                        Gate.ENTRY_RULE, "mean reversion: close is above the lower Bollinger band", 95, 90));
        assertThat(reversion(105, 71).missing(Side.SHORT))
                .isEqualTo(new Verdict(
                        Gate.ENTRY_RULE, "mean reversion: close is below the upper Bollinger band", 105, 110));
        assertThat(reversion(105, UNKNOWN).missing(Side.SHORT))
                .extracting(Verdict::gate, Verdict::detail)
                .containsExactly(Gate.WARM_UP, "RSI or the Bollinger bands are not known yet");
        MeanReversion unknownBands = new MeanReversion(30, 70);
        unknownBands.update(100, 50, UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(unknownBands.missing(Side.LONG).gate()).isEqualTo(Gate.WARM_UP);
    }

    @Test
    void a_blend_agrees_or_follows_the_trend_first() {
        Optional<Side> none = Optional.empty();
        Optional<Side> up = Optional.of(Side.LONG);
        Optional<Side> down = Optional.of(Side.SHORT);

        assertThat(Blend.entry(up, up, true)).isEqualTo(up);
        assertThat(Blend.entry(up, down, true)).isEmpty();
        assertThat(Blend.entry(up, none, true)).isEmpty();
        assertThat(Blend.entry(up, down, false)).isEqualTo(up);
        assertThat(Blend.entry(none, down, false)).isEqualTo(down);
        assertThat(Blend.exits(true, false)).isTrue();
        assertThat(Blend.exits(false, true)).isTrue();
        assertThat(Blend.exits(false, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TREND", "MEAN_REVERSION", "NEUTRAL"})
    void each_mode_and_side_is_armed_by_itself(Mode mode) {
        for (Side side : Side.values()) {
            ArmedModes armed = new ArmedModes();
            armed.arm(mode, side);
            int number = Integer.numberOfTrailingZeros(armed.all());

            assertThat(Integer.bitCount(armed.all())).isOne();
            assertThat(ArmedModes.modeOf(number)).isEqualTo(mode);
            assertThat(ArmedModes.sideOf(number)).isEqualTo(side);
            armed.disarm(mode, side == Side.LONG ? Side.SHORT : Side.LONG);
            assertThat(Integer.bitCount(armed.all())).isOne();
            armed.disarm(mode, side);
            assertThat(armed.all()).isZero();
        }
    }

    @Test
    void an_entry_order_is_told_its_terms_one_by_one() {
        Signal.Entry plain = Signal.enter(Side.LONG, 100.00000049, 90.0000004, "a test said so");

        assertThat(plain.price()).isEqualTo(100);
        assertThat(plain.stop()).isEqualTo(90);
        assertThat(plain.explanation().trigger()).isEqualTo("a test said so");
        assertThat(plain.terms()).isEqualTo(EntryTerms.MARKET);
        assertThat(plain.limitedTo(99).terms()).isEqualTo(new EntryTerms(EntryTerms.Kind.LIMIT, 99, UNKNOWN, false, 0));
        assertThat(plain.triggeredAt(101).terms())
                .isEqualTo(new EntryTerms(EntryTerms.Kind.STOP, UNKNOWN, 101, false, 0));
        EntryTerms both = new EntryTerms(EntryTerms.Kind.STOP_LIMIT, 102, 101, false, 0);
        assertThat(plain.triggeredAt(101).limitedTo(102).terms()).isEqualTo(both);
        assertThat(plain.limitedTo(102).triggeredAt(101).terms()).isEqualTo(both);
        assertThat(plain.triggeredAt(101).limitedTo(103).limitedTo(102).terms()).isEqualTo(both);
        assertThat(plain.limitedTo(102).triggeredAt(103).triggeredAt(101).terms())
                .isEqualTo(both);
        assertThat(plain.forTheDay().withTimeLimit(5).withTarget(120.0000004).withTrailingStop(2.5))
                .extracting(
                        entry -> entry.terms().forTheDay(),
                        entry -> entry.terms().timeLimitBars(),
                        Signal.Entry::target,
                        Signal.Entry::trailingAtrMultiple)
                .containsExactly(true, 5, 120.0, 2.5);
        assertThat(Signal.exit(Side.SHORT, 99.0000004, "done"))
                .extracting(
                        Signal::price, Signal::side, exit -> exit.explanation().trigger())
                .containsExactly(99.0, Side.SHORT, "done");
    }

    @Test
    void a_verdict_on_a_signal_names_its_price_and_its_stop() {
        assertThat(Verdict.of(Signal.enter(Side.LONG, 100, 90, "in")))
                .isEqualTo(new Verdict(Gate.SIGNAL, "in", 100, 90));
        assertThat(Verdict.of(Signal.exit(Side.LONG, 100, "out")))
                .isEqualTo(new Verdict(Gate.SIGNAL, "out", 100, UNKNOWN));
        assertThat(Verdict.warmingUp(3, 60))
                .isEqualTo(new Verdict(Gate.WARM_UP, "the first bars are only watched", 3, 60));
    }

    @Test
    void stops_lie_on_the_losing_side_and_never_loosen() {
        assertThat(Stops.fixed(100, Side.LONG, 0.03)).isCloseTo(97, within(1e-12));
        assertThat(Stops.fixed(100, Side.SHORT, 0.03)).isCloseTo(103, within(1e-12));
        assertThat(Stops.byRange(100, Side.SHORT, 2, 2.5)).isEqualTo(105);
        assertThat(Stops.trailing(96, 102, Side.LONG, 2, 2.5)).isEqualTo(97);
        assertThat(Stops.trailing(98, 102, Side.LONG, 2, 2.5)).isEqualTo(98);
        assertThat(Stops.trailing(104, 98, Side.SHORT, 2, 2.5)).isEqualTo(103);
        assertThat(Stops.trailing(102, 98, Side.SHORT, 2, 2.5)).isEqualTo(102);
        assertThat(Stops.trailing(UNKNOWN, 102, Side.LONG, 2, 2.5)).isEqualTo(97);
        assertThat(Stops.trailing(96, 102, Side.LONG, UNKNOWN, 2.5)).isEqualTo(96);
    }

    @Test
    void sizes_follow_from_risk() {
        assertThat(Sizes.byRisk(100_000, 0.01, 100, 96)).isEqualTo(250);
        assertThat(Sizes.byRisk(100_000, 0.01, 96, 100)).isEqualTo(250);
        assertThat(Sizes.byRisk(100_000, 0.01, 100, 100)).isZero();
        assertThat(Sizes.inMode(100, Mode.NEUTRAL)).isEqualTo(70);
        assertThat(Sizes.inMode(100, Mode.TREND)).isEqualTo(100);
        assertThat(Sizing.of(200, 100, 95, 50_000)).isEqualTo(new Sizing(1_000, 2, 200));
        assertThat(Sizing.unlimited(50_000, 0.01, 100, 97)).isEqualTo(new Sizing(500, 1, 166));
    }

    @Test
    void an_objection_gives_its_figures_and_its_limit() {
        NoiseFilter filter = new NoiseFilter(NoiseRules.defaults());

        assertThat(filter.objectionTo(new Reading(true, 0.06, false, 900, 1_000, false, 0, 60)))
                .contains(new Rejection(Reason.WIDE_SPREAD, 0.06, 0.05));
        assertThat(filter.objectionTo(new Reading(true, 0.03, true, 900, 1_000, false, 0, 60)))
                .contains(new Rejection(Reason.WIDE_SPREAD_ILLIQUID, 0.03, 0.025));
        assertThat(filter.objectionTo(new Reading(false, UNKNOWN, false, 900, 1_000, true, 0, 60)))
                .contains(new Rejection(Reason.THIN_BREAKOUT, 0.9, 1.5));
        assertThat(filter.objectionTo(new Reading(false, UNKNOWN, false, 900, 1_000, false, 0.03, 60)))
                .contains(new Rejection(Reason.GAP, 0.03, 0.02));
        assertThat(filter.objectionTo(new Reading(false, UNKNOWN, false, 900, 1_000, false, 0, 14)))
                .contains(new Rejection(Reason.NEAR_CLOSE, 14, 15));
        assertThat(filter.objectionTo(new Reading(true, -1, false, 900, 1_000, false, 0, 60)))
                .contains(new Rejection(Reason.BAD_DATA, -1, 0));
        assertThat(filter.objectionTo(new Reading(false, UNKNOWN, false, 900, 1_000, false, -1, 60)))
                .contains(new Rejection(Reason.BAD_DATA, -1, 0.02));
        assertThat(filter.objectionTo(new Reading(true, 0, false, 900, 1_000, false, 0, 60)))
                .isEmpty();
        assertThat(filter.objectionTo(new Reading(false, UNKNOWN, false, 900, -1, false, 0, 60)))
                .contains(new Rejection(Reason.BAD_DATA, UNKNOWN, UNKNOWN));
        assertThat(Reason.NEAR_CLOSE.code()).isEqualTo(7);
        assertThat(Reason.WIDE_SPREAD.code()).isEqualTo(1);
    }

    @Test
    void each_noise_rule_can_be_switched_by_itself() {
        Reading bad = new Reading(true, 0.03, true, 900, 1_000, true, 0.03, 10);

        assertThat(only("illiquid-rule").objectionTo(bad)).isEmpty();
        assertThat(only("breakout-rule").objectionTo(bad).orElseThrow().reason())
                .isEqualTo(Reason.THIN_BREAKOUT);
        assertThat(only("volume-rule").objectionTo(bad)).isEmpty();
        assertThat(only("gap-rule").objectionTo(bad).orElseThrow().reason()).isEqualTo(Reason.GAP);
        assertThat(only("near-close-rule").objectionTo(bad).orElseThrow().reason())
                .isEqualTo(Reason.NEAR_CLOSE);
        assertThat(only("spread-rule").objectionTo(bad)).isEmpty();
        assertThat(NoiseFilter.isWithin(0, 0)).isTrue();
        assertThat(NoiseFilter.spreadToVolatility(100, 100, 0)).isEqualTo(999);
        assertThat(NoiseFilter.gapRatio(102, 100)).isEqualTo(0.02);
    }

    private static NoiseFilter only(String rule) {
        return new NoiseFilter(RecordParameters.with(NoiseRules.off(), rule, "on"));
    }

    @Test
    void a_threshold_out_of_its_bounds_is_refused_by_name() {
        assertThatThrownBy(() -> new TrendRules(0, 0, 0)).hasMessage("the trend stop is above 0, not 0.0");
        assertThatThrownBy(() -> new TrendRules(-0.1, 0, 1)).hasMessage("the entry band is 0 or more, not -0.1");
        assertThatThrownBy(() -> new TrendRules(0, -0.1, 1)).hasMessage("the exit band is 0 or more, not -0.1");
        assertThatThrownBy(() -> new TrendRules(0, 0, Double.POSITIVE_INFINITY))
                .hasMessage("the trend stop is above 0, not Infinity");
        assertThatThrownBy(() -> new TrendRules(Double.POSITIVE_INFINITY, 0, 1))
                .hasMessage("the entry band is 0 or more, not Infinity");
        assertThatThrownBy(() -> new ReversionRules(0, 30, 70))
                .hasMessage("the mean reversion stop is above 0, not 0.0");
        assertThatThrownBy(() -> new ReversionRules(1, -1, 70)).hasMessage("the oversold RSI is 0 or more, not -1.0");
        assertThatThrownBy(() -> new ReversionRules(1, 30, UNKNOWN))
                .hasMessage("the overbought RSI is 0 or more, not NaN");
        assertThat(new TrendRules(0, 0, 1).entryBandAtr()).isZero();
        for (String ratio : new String[] {
            "max-spread-ratio",
            "max-illiquid-spread-ratio",
            "min-volume-ratio",
            "min-breakout-volume-ratio",
            "max-gap-ratio",
            "near-close-minutes"
        }) {
            assertThatThrownBy(() -> RecordParameters.with(NoiseRules.off(), ratio, "-1"))
                    .hasMessageContaining("is 0 or more, not -1.0");
        }
        assertThatThrownBy(() -> StrategyConfig.defaults().withWarmUpBars(-1))
                .hasMessage("the warm-up is 0 or more, not -1.0");
    }

    @Test
    void changes_of_a_config_change_one_thing() {
        StrategyConfig config = StrategyConfig.defaults();

        assertThat(config.withModes(StrategyConfig.Modes.TREND)).isEqualTo(config.with("modes", "trend"));
        assertThat(config.withAllowShort(true)).isEqualTo(config.with("allow-short", "yes"));
        assertThat(config.withWarmUpBars(0)).isEqualTo(config.with("warm-up-bars", "0"));
        assertThat(config.withRegressionPeriod(20)).isEqualTo(config.with("regression-period", "20"));
        assertThat(config.withNoise(NoiseRules.off()).noise()).isEqualTo(NoiseRules.off());
        assertThat(config.hash())
                .hasSize(16)
                .isNotEqualTo(config.withAllowShort(true).hash());
    }

    @Test
    void decimals_are_written_without_noise() {
        assertThat(Decimals.plain(2.50)).isEqualTo("2.5");
        assertThat(Decimals.plain(0)).isEqualTo("0");
        assertThat(Decimals.plain(30)).isEqualTo("30");
        assertThat(Decimals.atMost(2, 1.005)).isEqualTo("1");
        assertThat(Decimals.exactly(2, 1)).isEqualTo("1.00");
        assertThat(Decimals.whole(1_234_567.5)).isEqualTo("1,234,568");
    }
}
