package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dual mode over a whole series, as a backtest runs it. */
class DualModeColumnsTest {

    private static final StrategyConfig CONFIG =
            StrategyConfig.defaults().withAllowShort(true).withNoise(NoiseRules.off());
    private static final int BARS = 1_300;

    /** What was said to each bar, with the verdict. */
    private record Said(List<Signal> signals, Verdict verdict) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void measured_before_or_bar_by_bar_it_says_the_same(long seed) {
        List<Candle> bars = Bars.walk(seed, BARS);
        CandleSeries series = CandleSeries.of(bars);
        DualMode live = new DualMode(CONFIG, Timeframe.D1);

        List<Said> before = run(overColumns(series), series);
        List<Said> inWindows = run(new DualMode(CONFIG, Timeframe.D1, series), series);
        List<Said> alone = run(new DualMode(CONFIG, Timeframe.D1), series);
        List<Said> streamed = bars.stream()
                .map(live::onCandle)
                .map(outcome -> new Said(outcome.signals(), outcome.verdict()))
                .toList();

        assertThat(before).isEqualTo(alone).isEqualTo(streamed).isEqualTo(inWindows);
        assertThat(before).anySatisfy(said -> assertThat(said.signals()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 150, 333, 512, 513, 700})
    void a_poisoned_future_changes_nothing_before_it(int from) {
        List<Candle> bars = Bars.walk(7, BARS);
        List<Candle> poisoned = new ArrayList<>(bars.subList(0, from));
        for (Candle bar : bars.subList(from, BARS)) {
            poisoned.add(new Candle(bar.openTime(), 9_000, 9_001, 1, 5, 7));
        }
        CandleSeries truth = CandleSeries.of(bars);
        CandleSeries lie = CandleSeries.of(poisoned);

        assertThat(run(overColumns(lie), lie).subList(0, from))
                .isEqualTo(run(overColumns(truth), truth).subList(0, from));
        assertThat(run(new DualMode(CONFIG, Timeframe.D1, lie), lie).subList(0, from))
                .isEqualTo(run(new DualMode(CONFIG, Timeframe.D1, truth), truth).subList(0, from));
    }

    /** Whoever adds an object to every bar, to every day or to every refused entry sees it here. */
    @Test
    void a_bar_without_a_signal_makes_no_objects() {
        CandleSeries series = sessions(300);
        bytesOfQuietBars(series, new int[1]);
        int[] signals = {0};

        assertThat(bytesOfQuietBars(series, signals)).isZero();
        assertThat(signals[0]).isGreaterThan(100);
    }

    /** Minutes of days that trend, turn and gap, so that entries are wanted, made and refused until the close. */
    private static CandleSeries sessions(int days) {
        CandleSeries series = new CandleSeries();
        LocalDate first = LocalDate.of(2024, 1, 2);
        for (int i = 0; i < days * 390; i++) {
            long open = first.plusDays(i / 390)
                    .atTime(9, 30)
                    .atZone(TradingCalendar.NEW_YORK)
                    .toInstant()
                    .toEpochMilli();
            double close = 100 + Math.sin(i / 37.0) + Math.sin(i / 5.0) * 0.3;
            series.add(open + i % 390 * 60_000L, close, close + 0.05, close - 0.05, close, 1_000 + i % 7 * 500);
        }
        return series;
    }

    private static long bytesOfQuietBars(CandleSeries series, int[] signals) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        DualMode strategy = new DualMode(StrategyConfig.defaults(), Timeframe.M1);
        BarCursor cursor = new BarCursor(series);
        long bytes = 0;
        while (cursor.advance()) {
            long before = threads.getCurrentThreadAllocatedBytes();
            int said = strategy.onBar(cursor.view()).size();
            bytes += said == 0 ? threads.getCurrentThreadAllocatedBytes() - before : 0;
            signals[0] += said;
        }
        return bytes;
    }

    @Test
    void without_agreement_a_neutral_market_follows_the_trend_rule_first() {
        StrategyConfig config = CONFIG.withRegressionPeriod(500).with("require-agreement", "false");
        DualMode strategy = new DualMode(config, Timeframe.D1);
        BarOutcome last = null;
        for (Candle bar : Bars.quiet(60).closing(103).candles()) {
            last = strategy.onCandle(bar);
        }

        Signal.Entry entry = (Signal.Entry) last.signals().getFirst();
        assertThat(entry.mode()).isEqualTo(Mode.NEUTRAL);
        assertThat(entry.explanation().trigger()).isEqualTo("KAMA crossover (Price > KAMA+0.5×ATR)");
        // The tighter of the two stops.
        assertThat(entry.stop())
                .isCloseTo(Math.max(103 * 0.97, 103 - 2.5 * last.indicators().atr()), within(2e-6));
    }

    private static DualMode overColumns(CandleSeries series) {
        return new DualMode(CONFIG, Timeframe.D1, IndicatorColumns.of(series, CONFIG.indicators()));
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
}
