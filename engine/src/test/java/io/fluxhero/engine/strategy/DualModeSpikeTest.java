package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.regime.LongerAtr;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries in a volatility spike. */
class DualModeSpikeTest {

    private static final StrategyConfig PLAIN =
            StrategyConfig.defaults().withAllowShort(true).withNoise(NoiseRules.off());
    private static final StrategyConfig TREND = PLAIN.withModes(Modes.TREND);
    private static final int A_DAY = 78;

    @Test
    void a_trend_entry_has_a_wider_stop_and_a_smaller_size() {
        Signal.Entry entry = entryAfter(TREND, Timeframe.M5, 3 * A_DAY, 103);

        // The last bar has the true range 4, all others 1: ATR = (13 + 4) / 14. Each hour has 1. 1.2143 × √12 = 4.2.
        assertThat(entry.stop()).isCloseTo(103 - 2.5 * 1.5 * 17 / 14, within(1e-6));
        assertThat(entry.sizeFactor()).isEqualTo(0.7);
        assertThat(entry.trailingAtrMultiple()).isEqualTo(2.5);
        assertThat(entry.explanation().stop()).isEqualTo(entry.stop());
        assertThat(entry.explanation().trigger())
                .isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)"
                        + " in a volatility spike (4.2× the ATR of 1h: stop ×1.5, size ×0.7)");
    }

    @Test
    void a_reversion_entry_has_a_fixed_stop_half_as_far_again() {
        Signal.Entry entry = entryAfter(PLAIN.withModes(Modes.MEAN_REVERSION), Timeframe.M5, 3 * A_DAY, 97);

        assertThat(entry.stop()).isEqualTo(92.635, within(1e-6));
        assertThat(entry.sizeFactor()).isEqualTo(0.7);
        assertThat(entry.explanation().trigger()).contains("in a volatility spike");
    }

    @Test
    void hours_are_held_against_days() {
        Signal.Entry entry = entryAfter(TREND.with("spike-ratio", "3"), Timeframe.H1, 3 * A_DAY, 103);

        // 17 / 14 × √6.5 = 3.096.
        assertThat(entry.explanation().trigger()).contains("(3.1× the ATR of 1d: stop ×1.5, size ×0.7)");
    }

    @Test
    void says_how_many_times_the_longer_range_it_is() {
        DualMode strategy = new DualMode(TREND, Timeframe.M5);
        for (int i = 0; i < 3 * A_DAY; i++) {
            strategy.onCandle(new Candle(timeOf(i, Timeframe.M5), 100, 101, 99, 100, 1_000));
        }

        BarOutcome last = strategy.onCandle(new Candle(timeOf(3 * A_DAY, Timeframe.M5), 100, 104, 99, 103, 1_000));

        // (13 × 2 + 5) / 14 × √12 = 7.67, and each hour has 2.
        assertThat(last.signals().getFirst().explanation().trigger()).contains("(3.8× the ATR of 1h:");
    }

    @ParameterizedTest
    @CsvSource({
        // At most the ratio, switched off, days and weeks, and hours whose ATR is not known yet.
        "5m, 234, spike-ratio, 4.3",
        "5m, 234, spike-rule, off",
        "1d, 234, spike-ratio, 0.01",
        "1wk, 234, spike-ratio, 0.01",
        "5m, 160, spike-ratio, 2",
    })
    void without_a_spike_nothing_changes(String timeframe, int bars, String key, String value) {
        Signal.Entry entry = entryAfter(TREND.with(key, value), Timeframe.parse(timeframe), bars, 103);

        assertThat(entry.stop()).isCloseTo(103 - 2.5 * 17 / 14, within(1e-6));
        assertThat(entry.sizeFactor()).isEqualTo(1);
        assertThat(entry.explanation().trigger()).isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
    }

    @Test
    void factors_can_be_set() {
        StrategyConfig config = TREND.with("spike-stop-factor", "2").with("spike-size-factor", "0.25");

        Signal.Entry entry = entryAfter(config, Timeframe.M5, 3 * A_DAY, 103);

        assertThat(entry.stop()).isCloseTo(103 - 5.0 * 17 / 14, within(1e-6));
        assertThat(entry.sizeFactor()).isEqualTo(0.25);
        assertThat(entry.explanation().trigger()).endsWith("stop ×2, size ×0.25)");
        assertThatThrownBy(() -> TREND.with("spike-size-factor", "1.1"))
                .hasMessage("parameter 'spike-size-factor': the spike size factor is above 0 and at most 1, not 1.1");
        assertThatThrownBy(() -> entry.withSizeFactor(0))
                .hasMessage("the size factor is above 0 and at most 1, not 0.0");
        assertThatThrownBy(() -> TREND.with("spike-ratio", "0")).hasMessageContaining("above 0, not 0.0");
        assertThatThrownBy(() -> TREND.with("spike-stop-factor", "-1")).hasMessageContaining("above 0, not -1.0");
    }

    @Test
    void what_an_entry_is_given_later_leaves_its_size() {
        Signal.Entry entry = entryAfter(TREND, Timeframe.M5, 3 * A_DAY, 103);

        assertThat(entry.withTarget(110)
                        .withTrailingStop(1)
                        .forTheDay()
                        .withTimeLimit(3)
                        .sizeFactor())
                .isEqualTo(0.7);
        assertThat(entry.limitedTo(102).sizeFactor()).isEqualTo(0.7);
        assertThat(entry.triggeredAt(104).sizeFactor()).isEqualTo(0.7);
        assertThat(entry.withSizeFactor(1.0 / 3).sizeFactor())
                .as("as messages carry it")
                .isEqualTo(0.333333);
    }

    @Test
    void a_stop_that_a_spike_leaves_no_room_for_is_said_to_be_the_reason() {
        StrategyConfig config = TREND.with("spike-stop-factor", "40");

        DualMode strategy = new DualMode(config, Timeframe.M5);
        List<Candle> bars = flatThen(Timeframe.M5, 3 * A_DAY, 103);
        bars.forEach(strategy::onCandle);

        assertThat(strategy.verdict().gate()).isEqualTo(Gate.ENTRY_RULE);
        assertThat(strategy.verdict().detail()).isEqualTo("no room for a protective stop");
        assertThat(strategy.verdict().threshold()).isCloseTo(103 - 100.0 * 17 / 14, within(1e-6));
    }

    /** What was said to each bar, with the verdict. */
    private record Said(List<Signal> signals, Verdict verdict) {}

    @ParameterizedTest
    @CsvSource({"1, 5m", "7, 5m", "42, 1m", "3, 1h", "9, 4h"})
    void measured_before_or_bar_by_bar_it_says_the_same(long seed, String timeframe) {
        Timeframe bars = Timeframe.parse(timeframe);
        List<Candle> walk = walk(seed, bars, 1_500);
        CandleSeries series = CandleSeries.of(walk);
        DualMode live = new DualMode(often(), bars);

        List<Said> streamed = walk.stream()
                .map(live::onCandle)
                .map(outcome -> new Said(outcome.signals(), outcome.verdict()))
                .toList();

        assertThat(run(new DualMode(often(), bars), series)).isEqualTo(streamed);
        assertThat(run(new DualMode(often(), bars, series), series)).isEqualTo(streamed);
        assertThat(run(new DualMode(often(), bars, measured(series)), series)).isEqualTo(streamed);
        assertThat(run(new DualMode(often(), bars, IndicatorColumns.of(series, often().indicators())), series))
                .isEqualTo(streamed);
        assertThat(entries(streamed).stream().map(Signal.Entry::sizeFactor)).contains(0.7, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {211, 500, 512, 777, 1_201})
    void a_poisoned_future_changes_nothing_before_it(int from) {
        List<Candle> truth = walk(7, Timeframe.M5, 1_500);
        List<Candle> lie = new ArrayList<>(truth.subList(0, from));
        truth.subList(from, truth.size()).forEach(bar -> lie.add(new Candle(bar.openTime(), 9_000, 9_001, 1, 5, 7)));
        CandleSeries poisoned = CandleSeries.of(lie);
        CandleSeries series = CandleSeries.of(truth);
        DualMode shared = new DualMode(often(), Timeframe.M5, measured(poisoned));

        List<Said> expected = run(new DualMode(often(), Timeframe.M5), series).subList(0, from);

        assertThat(run(shared, poisoned).subList(0, from)).isEqualTo(expected);
        assertThat(run(new DualMode(often(), Timeframe.M5, poisoned), poisoned).subList(0, from))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 512, Integer.MAX_VALUE})
    void longer_bars_are_the_same_however_far_they_are_followed_at_once(int chunk) {
        CandleSeries series = CandleSeries.of(walk(5, Timeframe.M5, 2_000));
        LongerAtr stream = new LongerAtr(Timeframe.H1, 14);
        LongerAtrs kept = new LongerAtrs(series, Timeframe.H1, 14);
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            stream.update(series.openTimes()[i], series.highs()[i], series.lows()[i], series.closes()[i]);
            expected.add(stream.value());
        }

        List<Double> found = new ArrayList<>();
        int place = 0;
        for (int from = 0; from < series.size(); ) {
            int to = (int) Math.min(series.size(), (long) from + chunk);
            kept.follow(to);
            for (; from < to; from++) {
                place = kept.placeOf(from, place);
                found.add(kept.atPlace(place));
            }
        }

        assertThat(found).isEqualTo(expected).contains(Double.NaN);
        assertThat(found.getLast()).isPositive();
        assertThat(kept.atPlace(kept.placeOf(1_234, 0))).isEqualTo(expected.get(1_234));
    }

    /** Spikes often enough to be seen. */
    private static StrategyConfig often() {
        return PLAIN.with("spike-ratio", "1");
    }

    private static MeasuredBars measured(CandleSeries series) {
        return MeasuredBars.of(series, often().indicators());
    }

    private static List<Signal.Entry> entries(List<Said> said) {
        return said.stream()
                .flatMap(one -> one.signals().stream())
                .filter(Signal.Entry.class::isInstance)
                .map(Signal.Entry.class::cast)
                .toList();
    }

    private static List<Said> run(DualMode strategy, CandleSeries series) {
        List<Said> said = new ArrayList<>();
        BarCursor cursor = new BarCursor(series);
        while (cursor.advance()) {
            List<Signal> signals = strategy.onBar(cursor.view());
            said.add(new Said(signals, strategy.verdict()));
        }
        return said;
    }

    private static Signal.Entry entryAfter(StrategyConfig config, Timeframe timeframe, int bars, double close) {
        DualMode strategy = new DualMode(config, timeframe);
        BarOutcome last = null;
        for (Candle bar : flatThen(timeframe, bars, close)) {
            last = strategy.onCandle(bar);
        }
        Signal.Entry entry = (Signal.Entry) last.signals().getFirst();
        assertThat(last.verdict().detail()).isEqualTo(entry.explanation().trigger());
        return entry;
    }

    /** So many bars from 99.5 to 100.5, and one that closes elsewhere, half beyond it. */
    private static List<Candle> flatThen(Timeframe timeframe, int bars, double close) {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < bars; i++) {
            candles.add(new Candle(timeOf(i, timeframe), 100, 100.5, 99.5, 100, 1_000));
        }
        double high = Math.max(100, close) + 0.5;
        double low = Math.min(100, close) - 0.5;
        candles.add(new Candle(timeOf(bars, timeframe), 100, high, low, close, 1_000));
        return candles;
    }

    private static List<Candle> walk(long seed, Timeframe timeframe, int count) {
        Random random = new Random(seed);
        List<Candle> bars = new ArrayList<>();
        double last = 100;
        for (int i = 0; i < count; i++) {
            double swing = i / 90 % 3 == 0 ? 0.012 : 0.003;
            double close = Math.max(1, last * (1 + (i / 60 % 3 - 1) * swing / 4 + random.nextGaussian() * swing));
            double high = Math.max(last, close) * (1 + random.nextDouble() * swing / 3);
            double low = Math.min(last, close) * (1 - random.nextDouble() * swing / 3);
            bars.add(new Candle(timeOf(i, timeframe), last, high, low, close, 1_000));
            last = close;
        }
        return bars;
    }

    /** From half past nine on, as many bars as a session has; weekends and holidays do not matter. */
    private static long timeOf(int bar, Timeframe timeframe) {
        int session = (int) Math.max(1, (390 * 60 + timeframe.seconds() - 1) / timeframe.seconds());
        return LocalDate.of(2024, 6, 3)
                        .plusDays(bar / session)
                        .atTime(9, 30)
                        .atZone(TradingCalendar.NEW_YORK)
                        .toInstant()
                        .toEpochMilli()
                + bar % session * timeframe.seconds() * 1_000L;
    }
}
