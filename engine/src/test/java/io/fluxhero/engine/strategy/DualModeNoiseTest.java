package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that the rules want and the noise filter decides. */
class DualModeNoiseTest {

    private static final StrategyConfig TREND = StrategyConfig.defaults().withModes(Modes.TREND);
    private static final int QUIET = 70;
    private static final long USUAL = 1000;

    @Test
    void a_thin_bar_has_no_entry() {
        DualMode strategy = quiet(new DualMode(TREND), at("2024-06-03", "00:00"));

        BarOutcome outcome = breakOut(strategy, at("2024-06-03", "00:00"), 100, 400);

        assertThat(outcome.signals()).isEmpty();
        assertThat(outcome.verdict()).isEqualTo(new Verdict(Gate.NOISE_FILTER, "noise: volume is too thin", 400, 485));
    }

    @Test
    void a_bar_that_opens_far_away_has_no_entry() {
        DualMode strategy = quiet(new DualMode(TREND), at("2024-06-03", "00:00"));

        BarOutcome outcome = breakOut(strategy, at("2024-06-03", "00:00"), 102.5, USUAL);

        assertThat(outcome.verdict().gate()).isEqualTo(Gate.NOISE_FILTER);
        assertThat(outcome.verdict().value()).isEqualTo(0.025);
        assertThat(outcome.verdict().threshold()).isEqualTo(0.02);
    }

    @Test
    void a_rule_that_is_off_keeps_silent() {
        DualMode strategy = quiet(new DualMode(TREND.with("gap-rule", "off")), at("2024-06-03", "00:00"));

        assertThat(breakOut(strategy, at("2024-06-03", "00:00"), 102.5, USUAL).signals())
                .hasSize(1);
    }

    @Test
    void a_source_without_volume_has_entries_that_say_so() {
        DualMode strategy = new DualMode(TREND);
        long time = at("2024-06-03", "00:00");
        for (int i = QUIET; i > 0; i--) {
            strategy.onCandle(new Candle(time - i * 86_400_000L, 100, 100.5, 99.5, 100, 0));
        }

        BarOutcome outcome = breakOut(strategy, time, 100, 0);

        assertThat(outcome.signals()).hasSize(1);
        assertThat(outcome.signals().getFirst().explanation().volumeValidated()).isFalse();
        assertThat(outcome.signals().getFirst().explanation().noiseFilterPassed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // A bar of five minutes is decided when it ends.
        "2024-06-03, 15:35, SIGNAL",
        "2024-06-03, 15:40, NOISE_FILTER",
        "2024-06-03, 15:50, NOISE_FILTER",
        "2024-06-03, 15:55, SIGNAL",
        "2024-07-03, 12:35, SIGNAL",
        "2024-07-03, 12:40, NOISE_FILTER",
        "2024-07-03, 12:55, SIGNAL"
    })
    void the_last_quarter_of_an_hour_has_no_entries(String date, String clock, Gate gate) {
        DualMode strategy = quiet(new DualMode(TREND, Timeframe.M5), at(date, clock));

        BarOutcome outcome = breakOut(strategy, at(date, clock), 100, 2 * USUAL);

        assertThat(outcome.verdict().gate()).isEqualTo(gate);
        if (gate == Gate.NOISE_FILTER) {
            assertThat(outcome.verdict().value()).isBetween(5.0, 15.0);
            assertThat(outcome.verdict().threshold()).isEqualTo(15);
        }
    }

    @Test
    void within_a_day_a_trend_entry_needs_the_volume_of_a_breakout() {
        long time = at("2024-06-03", "10:00");
        DualMode strategy = quiet(new DualMode(TREND, Timeframe.M5), time);

        BarOutcome outcome = breakOut(strategy, time, 100, USUAL);

        assertThat(outcome.verdict())
                .isEqualTo(new Verdict(Gate.NOISE_FILTER, "noise: volume is too thin for a breakout", 1000, 1500));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 10:00, true, SIGNAL",
        "0.1, 10:00, true, NOISE_FILTER",
        "0.025, 10:00, true, SIGNAL",
        "0.025, 12:00, true, NOISE_FILTER",
        "-0.1, 10:00, true, NOISE_FILTER"
    })
    void a_quote_has_its_spread_checked(double spread, String clock, boolean checked, Gate gate) {
        long time = at("2024-06-03", clock);
        DualMode strategy = quiet(new DualMode(TREND, Timeframe.M5), time);
        strategy.onQuote(103, 103 + spread);

        BarOutcome outcome = breakOut(strategy, time, 100, 2 * USUAL);

        assertThat(outcome.verdict().gate()).isEqualTo(gate);
        assertThat(outcome.signals())
                .allSatisfy(signal ->
                        assertThat(signal.explanation().spreadChecked()).isEqualTo(checked));
    }

    @Test
    void exits_are_never_filtered() {
        long time = at("2024-06-03", "00:00");
        DualMode strategy = quiet(new DualMode(TREND), time);
        breakOut(strategy, time, 100, USUAL);

        BarOutcome outcome = strategy.onCandle(new Candle(time + 86_400_000L, 90, 91, 89, 90, 0));

        assertThat(outcome.signals()).hasOnlyElementsOfType(Signal.Exit.class).hasSize(1);
    }

    private static DualMode quiet(DualMode strategy, long until) {
        for (int i = QUIET; i > 0; i--) {
            strategy.onCandle(new Candle(until - i * 86_400_000L, 100, 100.5, 99.5, 100, USUAL));
        }
        return strategy;
    }

    private static BarOutcome breakOut(DualMode strategy, long time, double open, long volume) {
        return strategy.onCandle(new Candle(time, open, 103.5, 99.5, 103, volume));
    }

    private static long at(String date, String clock) {
        return LocalDate.parse(date)
                .atTime(LocalTime.parse(clock))
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }
}
