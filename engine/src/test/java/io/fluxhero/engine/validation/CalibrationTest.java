package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.backtest.Markets;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.validation.Calibration.VolatilityThresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private static final List<Candle> MARKET = Markets.ofTrendsAndRanges(5, 600);

    private static CalibratedParameters parameters(double oversold, double choppy, double stop) {
        return new CalibratedParameters(oversold, 70, choppy, 0.55, 0.85, 1.15, stop);
    }

    @Test
    void thresholds_are_in_order() {
        Calibration calibration = Calibration.of(MARKET.subList(0, 252));

        assertThat(calibration.bars()).isEqualTo(252);
        assertThat(new double[] {
                    calibration.rsi().extremeOversold(),
                    calibration.rsi().oversold(),
                    calibration.rsi().neutralLow(),
                    calibration.rsi().neutralHigh(),
                    calibration.rsi().overbought(),
                    calibration.rsi().extremeOverbought()
                })
                .isSorted();
        assertThat(new double[] {
                    0,
                    calibration.efficiency().choppy(),
                    calibration.efficiency().trending(),
                    calibration.efficiency().strong(),
                    1
                })
                .isSorted();
        assertThat(new double[] {
                    calibration.volatility().low(),
                    calibration.volatility().normalLow(),
                    calibration.volatility().normalHigh(),
                    calibration.volatility().high(),
                    calibration.volatility().extreme()
                })
                .isSorted();
        assertThat(calibration.multipliers().exit())
                .isLessThanOrEqualTo(calibration.multipliers().entry());
    }

    @Test
    void golden_weights_have_thresholds_too() {
        Calibration calibration = Calibration.of(MARKET.subList(0, 252));

        // The weight lies between 2 / 31 and 2 / 3.
        assertThat(new double[] {
                    2.0 / 31,
                    calibration.goldenAlpha().slow(),
                    calibration.goldenAlpha().fast(),
                    2.0 / 3
                })
                .isSorted();
        assertThat(Calibration.AlphaThresholds.of(new double[] {Double.NaN}))
                .isEqualTo(new Calibration.AlphaThresholds(0.1, 0.5));
        assertThat(Calibration.AlphaThresholds.of(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}))
                .isEqualTo(new Calibration.AlphaThresholds(0.2, 0.4));
    }

    @Test
    void multipliers_by_hand() {
        // Each bar is 2 high and closes 1 above the one before: true range 2, ATR 2, moves of half an ATR.
        int n = 80;
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        for (int i = 0; i < n; i++) {
            close[i] = 100 + i;
            high[i] = close[i] + 1;
            low[i] = close[i] - 1;
        }

        AtrMultipliers rising = AtrMultipliers.of(high, low, close);

        assertThat(rising.entry()).isCloseTo(0.5, within(1e-12));
        assertThat(rising.exit()).isCloseTo(0.5, within(1e-12));
        // The highest high of the 20 bars before is that of the bar before: 1 above this low, half an ATR; held at 1.5.
        assertThat(rising.stop()).isEqualTo(1.5);
        AtrMultipliers unknown = AtrMultipliers.of(new double[10], new double[10], new double[10]);
        assertThat(unknown.entry()).isCloseTo(0.85, within(1e-12));
        assertThat(unknown.stop()).isEqualTo(2.75);
    }

    @Test
    void the_stop_is_the_usual_fall_from_the_high_before() {
        // Falls by 0.5 a bar with a range of 2: the high 20 bars before is 10 + 2 above this low, 6 ATR; held at 4.
        int n = 80;
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        for (int i = 0; i < n; i++) {
            close[i] = 100 - 0.1 * i;
            high[i] = close[i] + 1;
            low[i] = close[i] - 1;
        }

        // The highest high is 2 above the close now less 20 steps: 2 + 2 = 4 above this low, over an ATR of 2.
        assertThat(AtrMultipliers.of(high, low, close).stop()).isCloseTo(2, within(1e-9));
    }

    @Test
    void volatility_has_fallbacks() {
        VolatilityThresholds unknown = VolatilityThresholds.of(new double[] {Double.NaN});

        assertThat(unknown.low()).isEqualTo(0.7);
        assertThat(unknown.high()).isEqualTo(1.3);
        assertThat(unknown.extreme()).isEqualTo(2.0);
        assertThat(unknown.normalLow()).isCloseTo(0.85, within(1e-12));
        VolatilityThresholds known = VolatilityThresholds.of(new double[] {0.8, 0.9, 1.0, 1.1, 1.2});
        assertThat(known.low()).isCloseTo(0.9, within(1e-12));
        assertThat(known.normalLow()).isCloseTo(0.95, within(1e-12));
        assertThat(known.normalHigh()).isCloseTo(1.05, within(1e-12));
        assertThat(known.high()).isCloseTo(1.1, within(1e-12));
        assertThat(known.extreme()).isCloseTo(1.18, within(1e-12));
    }

    @Test
    void needs_a_hundred_bars() {
        assertThatThrownBy(() -> Calibration.of(MARKET.subList(0, 99)))
                .hasMessage("a calibration needs 100 bars, not 99");
        assertThat(Calibration.of(MARKET.subList(0, 100)).bars()).isEqualTo(100);
    }

    @Test
    void what_comes_later_changes_no_calibration_before() {
        RollingCalibration whole = rolling(MARKET);

        for (int poisoned : new int[] {100, 101, 121, 250, 352, 500}) {
            List<Candle> bars = new ArrayList<>(MARKET);
            for (int i = poisoned; i < bars.size(); i++) {
                Candle bar = bars.get(i);
                bars.set(i, new Candle(bar.openTime(), 1, 2_000, 1, 1_000 + i % 7, 1));
            }
            RollingCalibration other = rolling(bars);
            for (int bar = 0; bar <= poisoned; bar++) {
                assertThat(other.at(bar)).isEqualTo(whole.at(bar));
            }
            assertThat(other.steps()).isNotEqualTo(whole.steps());
        }
    }

    private static RollingCalibration rolling(List<Candle> bars) {
        return RollingCalibration.of(
                bars,
                RollingCalibration.LOOK_BACK,
                RollingCalibration.EVERY,
                CallerThreads.ofPartitions(3),
                Progress.unwatched());
    }

    @Test
    void a_calibration_that_is_stopped_keeps_what_it_has() {
        RollingCalibration stopped =
                RollingCalibration.of(MARKET, 252, 21, Workers.one(), new CallerThreads.Countdown(2));

        assertThat(stopped.steps()).isEqualTo(rolling(MARKET).steps().subList(0, 2));
        assertThat(RollingCalibration.planned(MARKET.size(), 21)).isEqualTo(24);
        assertThat(RollingCalibration.planned(100, 21)).isEqualTo(1);
        assertThat(RollingCalibration.planned(120, 21)).isEqualTo(1);
        assertThat(RollingCalibration.planned(121, 21)).isEqualTo(2);
        assertThat(RollingCalibration.planned(99, 21)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"99, 21", "252, 0"})
    void refuses_to_look_back_on_too_little_or_to_stand_still(int lookBack, int every) {
        assertThatThrownBy(() -> RollingCalibration.of(MARKET, lookBack, every, Workers.one(), Progress.unwatched()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("looks back on 100 bars or more, not " + lookBack)
                .hasMessageContaining("not every " + every);
    }

    @ParameterizedTest
    @CsvSource({
        // Correlation 2.5 / √13.75 = 0.674, 4 / √30 = 0.730, and the same downwards; 2 / √20 = 0.447.
        "30, 31, 30, 32, STABLE, 0.829156",
        "30, 31, 30, 33, INCREASING, 1.224745",
        "33, 30, 31, 30, DECREASING, 1.224745",
        "30, 32, 30, 32, STABLE, 1",
        "30, 30, 30, 30, STABLE, 0"
    })
    void a_parameter_that_goes_one_way_drifts(
            double first, double second, double third, double last, StabilityReport.Trend trend, double deviation) {
        StabilityReport.Parameter oversold = oversold(first, second, third, last);

        assertThat(oversold.trend()).isEqualTo(trend);
        assertThat(oversold.mean()).isEqualTo((first + second + third + last) / 4);
        assertThat(oversold.deviation()).isCloseTo(deviation, within(5e-7));
        assertThat(oversold.score()).isCloseTo(1 - deviation / 10, within(5e-8));
    }

    @Test
    void a_parameter_is_stable_up_to_its_deviation() {
        assertThat(oversold(25, 35).isStable()).isTrue();
        assertThat(oversold(25, 35.01).isStable()).isFalse();
    }

    private static StabilityReport.Parameter oversold(double... values) {
        return StabilityReport.of(Arrays.stream(values)
                        .mapToObj(value -> parameters(value, 0.2, 2.5))
                        .toList())
                .parameters()
                .get("rsi_oversold");
    }

    @Test
    void a_hundred_bars_are_enough_to_look_back_on() {
        assertThat(RollingCalibration.of(MARKET.subList(0, 150), 100, 50, Workers.one(), Progress.unwatched())
                        .steps())
                .extracting(step -> step.calibration().bars())
                .containsExactly(100, 100);
    }

    @Test
    void calibrates_every_21_bars_over_at_most_252() {
        RollingCalibration rolling = rolling(MARKET);

        assertThat(rolling.at(99)).isEmpty();
        assertThat(rolling.at(100)).contains(Calibration.of(MARKET.subList(0, 100)));
        assertThat(rolling.at(120)).isEqualTo(rolling.at(100));
        assertThat(rolling.at(121)).contains(Calibration.of(MARKET.subList(0, 121)));
        assertThat(rolling.at(373)).contains(Calibration.of(MARKET.subList(121, 373)));
        assertThat(rolling.steps()).hasSize(24);
        assertThat(rolling.report().score()).isBetween(0.0, 1.0);
    }

    @Test
    void stability_is_one_less_the_mean_move() {
        CalibratedParameters before = parameters(30, 0.2, 2.5);

        assertThat(before.stabilityAgainst(before)).isEqualTo(1);
        // 10 of 50, 0.25 of 0.5, and a stop that moved by more than its norm.
        assertThat(parameters(40, 0.45, 5).stabilityAgainst(before)).isCloseTo(1 - (0.2 + 0.5 + 1) / 7, within(1e-12));
        CalibratedParameters all = new CalibratedParameters(80, 20, 0.7, 0.05, 1.85, 0.15, 0.5);
        assertThat(all.stabilityAgainst(before)).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_report_knows_drift_and_spread() {
        StabilityReport report =
                StabilityReport.of(List.of(parameters(30, 0.3, 2), parameters(35, 0.2, 3), parameters(40, 0.3, 2)));

        StabilityReport.Parameter oversold = report.parameters().get("rsi_oversold");
        assertThat(oversold.mean()).isCloseTo(35, within(1e-12));
        assertThat(oversold.deviation()).isCloseTo(Math.sqrt(50 / 3.0), within(1e-12));
        assertThat(oversold.trend()).isEqualTo(StabilityReport.Trend.INCREASING);
        assertThat(oversold.isStable()).isTrue();
        assertThat(oversold.score()).isCloseTo(1 - Math.sqrt(50 / 3.0) / 10, within(1e-12));
        assertThat(report.parameters().get("rsi_overbought").score()).isEqualTo(1);
        assertThat(report.parameters().get("rsi_overbought").trend()).isEqualTo(StabilityReport.Trend.STABLE);
        assertThat(report.parameters().get("er_choppy").trend()).isEqualTo(StabilityReport.Trend.STABLE);
        assertThat(report.parameters()).hasSize(5);
        double mean = report.parameters().values().stream()
                .mapToDouble(StabilityReport.Parameter::score)
                .average()
                .orElseThrow();
        assertThat(report.score()).isCloseTo(mean, within(1e-12));
        assertThat(StabilityReport.of(List.of(parameters(90, 0, 9), parameters(10, 0, 1)))
                        .parameters()
                        .get("atr_stop_multiplier"))
                .isEqualTo(new StabilityReport.Parameter(5, 4, false, 0, StabilityReport.Trend.DECREASING));
        assertThatThrownBy(() -> StabilityReport.of(List.of(parameters(1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_market_that_always_moves_alike_is_always_normal() {
        List<Candle> bars = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            bars.add(new Candle(i, 100 + i, 101 + i, 99 + i, 100 + i, 1));
        }

        Calibration calibration = Calibration.of(bars);

        assertThat(calibration.volatility()).isEqualTo(new VolatilityThresholds(1, 1, 1, 1, 1));
        assertThat(calibration.efficiency()).isEqualTo(new Calibration.EfficiencyThresholds(1, 1, 1));
        assertThat(calibration.rsi().oversold()).isEqualTo(100);
        assertThat(calibration.parameters())
                .isEqualTo(new CalibratedParameters(
                        100, 100, 1, 1, 1, 1, calibration.multipliers().stop()));
        assertThat(VolatilityThresholds.of(new double[0]).normalHigh()).isCloseTo(1.15, within(1e-12));
    }

    @Test
    void moves_count_from_bar_50_and_falls_from_bar_20_on() {
        int n = 51;
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        for (int i = 0; i < n; i++) {
            close[i] = i < 50 ? 100 : 101;
            high[i] = close[i] + 1;
            low[i] = close[i] - 1;
        }
        // The only move that counts is that of the last bar: 1 over an ATR of 2.
        assertThat(AtrMultipliers.of(high, low, close).entry()).isCloseTo(0.5, within(1e-12));
        double[] fewer = Arrays.copyOf(close, 50);
        assertThat(AtrMultipliers.of(high, low, fewer).entry()).isCloseTo(0.85, within(1e-12));

        double[] highs = Arrays.copyOf(high, 21);
        double[] lows = Arrays.copyOf(low, 21);
        double[] closes = Arrays.copyOf(close, 21);
        highs[0] = 104;
        // The first bar is one of the 20 before the last: 104 less 99, over an ATR of 2.
        assertThat(AtrMultipliers.of(highs, lows, closes).stop()).isCloseTo(2.5, within(1e-12));
        assertThat(AtrMultipliers.of(highs, lows, Arrays.copyOf(closes, 20)).stop())
                .isEqualTo(2.75);
    }

    @Test
    void a_trend_needs_a_correlation_of_seven_tenths() {
        assertThat(trendOf(1, 3, 2)).isEqualTo(StabilityReport.Trend.STABLE);
        assertThat(trendOf(1, 3, 3)).isEqualTo(StabilityReport.Trend.INCREASING);
        assertThat(trendOf(3, 1, 2)).isEqualTo(StabilityReport.Trend.STABLE);
        assertThat(trendOf(3, 3, 1)).isEqualTo(StabilityReport.Trend.DECREASING);
        // Correlation 0.6325 and 0.7746.
        assertThat(trendOf(1, 2, 1, 2, 2)).isEqualTo(StabilityReport.Trend.STABLE);
        assertThat(trendOf(1, 1, 2, 2, 2)).isEqualTo(StabilityReport.Trend.INCREASING);
    }

    private static StabilityReport.Trend trendOf(double... stops) {
        List<CalibratedParameters> calibrations = new ArrayList<>();
        for (double stop : stops) {
            calibrations.add(parameters(30, 0.2, stop));
        }
        return StabilityReport.of(calibrations)
                .parameters()
                .get("atr_stop_multiplier")
                .trend();
    }
}
