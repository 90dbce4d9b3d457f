package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DualModeTest {

    private static final int WARM_UP = 60;

    @Test
    void only_watches_the_first_bars() {
        List<BarOutcome> outcomes =
                run(Modes.TREND, false, Bars.quiet(WARM_UP - 1).closing(110, 100.2));

        assertThat(outcomes.get(WARM_UP - 1).verdict().gate()).isEqualTo(Gate.WARM_UP);
        assertThat(outcomes.get(WARM_UP - 1).verdict().value()).isEqualTo(60);
        assertThat(outcomes.get(WARM_UP - 1).signals()).isEmpty();
        assertThat(outcomes.get(WARM_UP).verdict().gate()).isNotEqualTo(Gate.WARM_UP);
    }

    @Test
    void a_crossing_of_the_upper_band_is_a_trend_entry_with_a_trailing_stop() {
        BarOutcome outcome =
                run(Modes.TREND, false, Bars.quiet(WARM_UP).closing(103)).getLast();

        assertThat(outcome.verdict().gate()).isEqualTo(Gate.SIGNAL);
        assertThat(outcome.signals()).hasSize(1);
        Signal.Entry entry = (Signal.Entry) outcome.signals().getFirst();
        assertThat(entry.mode()).isEqualTo(Mode.TREND);
        assertThat(entry.side()).isEqualTo(Side.LONG);
        assertThat(entry.trailingAtrMultiple()).isEqualTo(2.5);
        assertThat(entry.stop()).isCloseTo(103 - 2.5 * outcome.indicators().atr(), within(2e-6));
        assertThat(entry.explanation().trigger()).isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
        assertThat(entry.averageVolume()).isEqualTo(1000);
        assertThat(entry.explanation().volumeValidated()).isTrue();
    }

    @Test
    void an_exit_is_given_once_per_entry() {
        List<BarOutcome> outcomes = run(Modes.TREND, false, Bars.quiet(WARM_UP).closing(103, 96, 95, 94));

        assertThat(signalsAt(outcomes, WARM_UP)).containsExactly("ENTRY TREND LONG");
        assertThat(signalsAt(outcomes, WARM_UP + 1)).containsExactly("EXIT TREND LONG");
        assertThat(signalsAt(outcomes, WARM_UP + 2)).isEmpty();
        assertThat(signalsAt(outcomes, WARM_UP + 3)).isEmpty();
    }

    @Test
    void there_is_no_exit_without_an_entry() {
        List<BarOutcome> outcomes = run(Modes.TREND, false, Bars.quiet(WARM_UP).closing(96, 95, 94));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.signals()).isEmpty());
        assertThat(outcomes.get(WARM_UP).verdict().detail()).isEqualTo("short entries are switched off");
    }

    @Test
    void an_exit_comes_before_the_entry_of_the_same_bar() {
        List<BarOutcome> outcomes = run(Modes.TREND, true, Bars.quiet(WARM_UP).closing(103, 96));

        assertThat(signalsAt(outcomes, WARM_UP + 1)).containsExactly("EXIT TREND LONG", "ENTRY TREND SHORT");
        Signal.Entry entry = (Signal.Entry) outcomes.get(WARM_UP + 1).signals().getLast();
        assertThat(entry.stop()).isGreaterThan(entry.price());
    }

    @Test
    void an_entry_arms_again_what_an_exit_disarmed() {
        List<BarOutcome> outcomes = run(Modes.TREND, false, Bars.quiet(WARM_UP).closing(103, 96, 106, 95));

        assertThat(signalsAt(outcomes, WARM_UP + 2)).containsExactly("ENTRY TREND LONG");
        assertThat(signalsAt(outcomes, WARM_UP + 3)).containsExactly("EXIT TREND LONG");
    }

    @Test
    void a_crash_in_a_quiet_range_is_a_mean_reversion_entry_with_a_fixed_stop() {
        List<BarOutcome> outcomes =
                run(Modes.MEAN_REVERSION, false, Bars.quiet(WARM_UP).closing(94, 100));

        Signal.Entry entry = (Signal.Entry) outcomes.get(WARM_UP).signals().getFirst();
        assertThat(entry.stop()).isEqualTo(91.18);
        assertThat(entry.trailingAtrMultiple()).isNaN();
        assertThat(entry.explanation().trigger()).isEqualTo("RSI oversold (RSI < 30, Price ≤ lower band)");
        assertThat(signalsAt(outcomes, WARM_UP + 1)).containsExactly("EXIT MEAN_REVERSION LONG");
        assertThat(outcomes.get(WARM_UP + 1).signals().getFirst().explanation().trigger())
                .isEqualTo("Mean reached (Price ≥ SMA20)");
    }

    @Test
    void neutral_needs_both_rules_to_agree() {
        // A regression longer than the series keeps the regime neutral.
        List<BarOutcome> outcomes =
                run(Modes.DUAL, false, 500, Bars.quiet(WARM_UP).closing(103));

        assertThat(outcomes.getLast().signals()).isEmpty();
        assertThat(outcomes.getLast().verdict().gate()).isEqualTo(Gate.REGIME);
        assertThat(outcomes.getLast().verdict().detail())
                .isEqualTo("neutral: trend says long, mean reversion says short");
    }

    @Test
    void a_refusal_names_what_was_missed_and_by_how_much() {
        BarOutcome outcome =
                run(Modes.TREND, false, Bars.quiet(WARM_UP).closing(100.2)).getLast();

        assertThat(outcome.verdict().gate()).isEqualTo(Gate.ENTRY_RULE);
        assertThat(outcome.verdict().detail()).isEqualTo("trend: close is not above KAMA+0.5×ATR");
        assertThat(outcome.verdict().value()).isEqualTo(100.2);
        assertThat(outcome.verdict().threshold()).isGreaterThan(100.2);
    }

    @Test
    void refuses_a_bar_that_is_not_later() {
        DualMode strategy = new DualMode(StrategyConfig.defaults());
        Candle bar = Bars.quiet(1).candles().getFirst();
        strategy.onCandle(bar);

        assertThatThrownBy(() -> strategy.onCandle(bar)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void volumes_beyond_the_range_of_money_are_fine() {
        DualMode strategy = new DualMode(StrategyConfig.defaults());
        List<BarOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(strategy.onCandle(new Candle(i * 86_400_000L, 10, 11, 9, 10, 12_000_000_000L)));
        }

        assertThat(outcomes.getLast().indicators().averageVolume()).isEqualTo(12_000_000_000.0);
    }

    private static List<BarOutcome> run(Modes modes, boolean allowShort, Bars bars) {
        return run(modes, allowShort, StrategyConfig.defaults().indicators().regressionPeriod(), bars);
    }

    private static List<BarOutcome> run(Modes modes, boolean allowShort, int regressionPeriod, Bars bars) {
        DualMode strategy = new DualMode(StrategyConfig.defaults()
                .withModes(modes)
                .withWarmUpBars(WARM_UP)
                .withAllowShort(allowShort)
                .withRegressionPeriod(regressionPeriod)
                .withNoise(NoiseRules.off()));
        List<BarOutcome> outcomes = new ArrayList<>();
        bars.candles().forEach(candle -> outcomes.add(strategy.onCandle(candle)));
        return outcomes;
    }

    private static List<String> signalsAt(List<BarOutcome> outcomes, int bar) {
        return outcomes.get(bar).signals().stream()
                .map(signal ->
                        (signal instanceof Signal.Entry ? "ENTRY " : "EXIT ") + signal.mode() + " " + signal.side())
                .toList();
    }
}
