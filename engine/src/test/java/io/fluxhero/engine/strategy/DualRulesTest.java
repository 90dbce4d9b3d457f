package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.fluxhero.engine.strategy.Verdict.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both rules side by side over given figures: KAMA 100, ATR 2, bands 90, 105 and 120. */
class DualRulesTest {

    private static final StrategyConfig CONFIG = StrategyConfig.defaults();

    private static DualRules rules(StrategyConfig config, double rsi, double... closes) {
        DualRules rules = new DualRules(config);
        IndicatorColumns columns = new IndicatorColumns(1);
        columns.kama()[0] = 100;
        columns.atr()[0] = 2;
        columns.rsi()[0] = rsi;
        columns.bollingerLower()[0] = 90;
        columns.bollingerMiddle()[0] = 105;
        columns.bollingerUpper()[0] = 120;
        for (double close : closes) {
            rules.update(close, columns, 0);
        }
        return rules;
    }

    @Test
    void a_mode_follows_the_regime_unless_one_is_asked_for() {
        assertThat(rules(CONFIG, 50).modeFor(Regime.STRONG_TREND)).isEqualTo(Mode.TREND);
        assertThat(rules(CONFIG, 50).modeFor(Regime.MEAN_REVERSION)).isEqualTo(Mode.MEAN_REVERSION);
        assertThat(rules(CONFIG.withModes(Modes.TREND), 50).modeFor(Regime.MEAN_REVERSION))
                .isEqualTo(Mode.TREND);
        assertThat(rules(CONFIG.withModes(Modes.MEAN_REVERSION), 50).modeFor(Regime.NEUTRAL))
                .isEqualTo(Mode.MEAN_REVERSION);
    }

    @ParameterizedTest
    @CsvSource({
        "TREND, LONG, 99.3, true",
        "TREND, LONG, 106, false",
        "MEAN_REVERSION, LONG, 99.3, false",
        "MEAN_REVERSION, LONG, 106, true",
        "NEUTRAL, LONG, 99.3, true",
        "NEUTRAL, LONG, 106, true",
        "NEUTRAL, LONG, 104, false",
        "NEUTRAL, SHORT, 104, true",
        "TREND, SHORT, 104, true",
        "TREND, SHORT, 100.5, false",
        "MEAN_REVERSION, SHORT, 106, false"
    })
    void a_position_is_closed_by_the_rule_that_opened_it(Mode mode, Side side, double close, boolean exits) {
        assertThat(rules(CONFIG, 50, close).exits(mode, side)).isEqualTo(exits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TREND | 106 | KAMA exit (Price < KAMA-0.3×ATR)",
                "MEAN_REVERSION | 99.3 | RSI overbought (RSI > 70)",
                "MEAN_REVERSION | 106 | Mean reached (Price ≥ SMA20)",
                "NEUTRAL | 99.3 | KAMA exit (Price < KAMA-0.3×ATR)",
                "NEUTRAL | 106 | Mean reached (Price ≥ SMA20)"
            })
    void an_exit_is_explained_by_the_rule_that_spoke(Mode mode, double close, String trigger) {
        assertThat(rules(CONFIG, 50, close).exitTrigger(mode, Side.LONG)).isEqualTo(trigger);
    }

    @Test
    void an_entry_is_explained_by_the_rule_that_spoke_or_by_both() {
        StrategyConfig alone = CONFIG.with("require-agreement", "off");

        assertThat(rules(CONFIG, 50, 100, 102).entryTrigger(Mode.TREND, Side.LONG))
                .isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
        assertThat(rules(CONFIG, 20, 100, 89).entryTrigger(Mode.MEAN_REVERSION, Side.LONG))
                .isEqualTo("RSI oversold (RSI < 30, Price ≤ lower band)");
        assertThat(rules(CONFIG, 50, 100, 102).entryTrigger(Mode.NEUTRAL, Side.LONG))
                .isEqualTo(
                        "KAMA crossover (Price > KAMA+0.5×ATR) and " + "RSI oversold (RSI < 30, Price ≤ lower band)");
        assertThat(rules(alone, 50, 100, 102).entryTrigger(Mode.NEUTRAL, Side.LONG))
                .isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
        assertThat(rules(alone, 20, 89, 89).entryTrigger(Mode.NEUTRAL, Side.LONG))
                .isEqualTo("RSI oversold (RSI < 30, Price ≤ lower band)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TREND | false | 99.5 | trend: close is not above KAMA+0.5×ATR",
                "TREND | true | 99.5 | trend: close is not below KAMA-0.5×ATR",
                "TREND | true | 100 | trend: close is not above KAMA+0.5×ATR",
                "TREND | true | 100.5 | trend: close is not above KAMA+0.5×ATR",
                "MEAN_REVERSION | false | 110 | mean reversion: RSI is not oversold",
                "MEAN_REVERSION | true | 110 | mean reversion: RSI is not overbought",
                "MEAN_REVERSION | true | 105 | mean reversion: RSI is not overbought",
                "MEAN_REVERSION | true | 104 | mean reversion: RSI is not oversold"
            })
    void what_was_missed_is_told_of_the_nearer_side(Mode mode, boolean shorts, double close, String detail) {
        DualRules rules = rules(CONFIG.withAllowShort(shorts), 50, close, close);

        assertThat(rules.missing(mode, 22).detail()).isEqualTo(detail);
    }

    @Test
    void a_neutral_market_tells_what_both_rules_say() {
        assertThat(rules(CONFIG, 20, 100, 89).missing(Mode.NEUTRAL, 22))
                .isEqualTo(new Verdict(
                        Gate.REGIME, "neutral: trend says short, mean reversion says long", 22, Regime.TREND_ADX));
        assertThat(rules(CONFIG, 50, 100, 100).missing(Mode.NEUTRAL, 22).detail())
                .isEqualTo("neutral: trend says nothing, mean reversion says nothing");
    }

    @Test
    void a_strategy_knows_its_name() {
        assertThat(new DualMode(CONFIG).name()).isEqualTo("dual-mode");
        assertThat(new DualModeFactory().name()).isEqualTo("dual-mode");
    }

    @ParameterizedTest
    @CsvSource({"TREND, LONG, 2, 95", "NEUTRAL, LONG, 1, 97.5", "NEUTRAL, LONG, 2, 97", "NEUTRAL, SHORT, 1, 102.5"})
    void the_tighter_stop_protects_a_blended_entry(Mode mode, Side side, double atr, double stop) {
        SignalWriter writer = new SignalWriter(CONFIG);

        assertThat(writer.stop(100, atr, mode, side, 1)).isEqualTo(stop);
        assertThat(writer.stop(100, atr, Mode.MEAN_REVERSION, side, 1)).isEqualTo(side == Side.LONG ? 97 : 103);
    }
}
