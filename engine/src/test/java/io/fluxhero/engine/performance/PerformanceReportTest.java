package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceReportTest {

    private static final double NAN = Double.NaN;

    private static TradeResult trade(String mode, double pnl, double multiple, double adverse, double favourable) {
        return new TradeResult(
                mode, "NEUTRAL", pnl > 0 ? "SIGNAL" : "STOP", pnl, multiple, adverse, favourable, 4, 500);
    }

    private static final List<TradeResult> TRADES = List.of(
            trade("TREND", 100, 2, 20, 125),
            trade("TREND", -50, -1, 60, 10),
            trade("MEAN_REVERSION", 30, NAN, 10, 35),
            trade("TREND", 0, 0, NAN, NAN));

    @Test
    void groups_trades_by_what_they_have_in_common() {
        var groups = TradeGroup.by(TradeResult::mode, TRADES);

        assertThat(groups).containsOnlyKeys("MEAN_REVERSION", "TREND");
        TradeGroup trend = groups.get("TREND");
        assertThat(trend.statistics().trades()).isEqualTo(3);
        assertThat(trend.statistics().winRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(trend.pnl()).isEqualTo(50);
        assertThat(trend.averageR()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(trend.averageHoldingBars()).isEqualTo(4);
        assertThat(groups.get("MEAN_REVERSION").averageR()).isNaN();
    }

    @Test
    void excursions_are_of_the_trades_that_know_them() {
        Excursions excursions = Excursions.of(TRADES);

        assertThat(excursions.averageAdverse()).isEqualTo(30);
        assertThat(excursions.averageFavourable()).isCloseTo(170 / 3.0, within(1e-12));
        assertThat(excursions.averageAdverseOfWins()).isEqualTo(15);
        assertThat(excursions.averageFavourableOfLosses()).isEqualTo(10);
        assertThat(excursions.edgeRatio()).isCloseTo(170 / 90.0, within(1e-12));
        assertThat(excursions.captureRatio()).isCloseTo(130 / 160.0, within(1e-12));
        assertThat(Excursions.of(List.of()).edgeRatio()).isNaN();
    }

    @Test
    void rolling_figures_are_those_of_the_window_that_ends_there() {
        double[] returns = {0.01, 0.03, -0.01, 0.02};

        RollingFigures rolling = RollingFigures.of(returns, 2, 0.02, 100);

        assertThat(rolling.sharpe()[0]).isNaN();
        assertThat(rolling.volatility()[0]).isNaN();
        // Mean 0.02, sample deviation 0.01 sqrt(2).
        assertThat(rolling.volatility()[1]).isCloseTo(0.1 * Math.sqrt(2), within(1e-12));
        assertThat(rolling.sharpe()[1]).isCloseTo(1.98 / (0.1 * Math.sqrt(2)), within(1e-9));
        assertThat(rolling.volatility()[3]).isCloseTo(0.15 * Math.sqrt(2), within(1e-12));
        assertThatThrownBy(() -> RollingFigures.of(returns, 1, 0, 100))
                .hasMessage("a window has at least 2 returns, not 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 50, 99, 100, 101})
    void rolling_figures_equal_those_of_each_window_by_itself(int window) {
        double[] returns =
                new SplittableRandom(window).doubles(100, -0.02, 0.02).toArray();
        Arrays.fill(returns, 20, 60, 0.01);
        Arrays.fill(returns, 60, 80, 0);

        RollingFigures rolling = RollingFigures.of(returns, window, 0.02, 252);

        for (int end = window; end <= returns.length; end++) {
            double[] part = Arrays.copyOfRange(returns, end - window, end);
            Moments moments = Moments.of(part);
            assertThat(rolling.volatility()[end - 1])
                    .as("window %d to %d", window, end)
                    .isCloseTo(moments.sampleDeviation() * Math.sqrt(252), within(1e-12));
            boolean isFlat = Arrays.stream(part).allMatch(value -> value == part[0]);
            double sharpe = rolling.sharpe()[end - 1];
            if (isFlat) {
                assertThat(sharpe).as("window %d to %d", window, end).isNaN();
            } else {
                assertThat(sharpe)
                        .as("window %d to %d", window, end)
                        .isCloseTo(EquityCurve.sharpe(part, 0.02, 252), withinPercentage(1e-7));
            }
        }
        assertThat(rolling.sharpe()).hasSize(100);
    }

    private static RunFigures run(double[] benchmark) {
        double[] equity = {1_000, 1_100, 1_045, 1_150};
        Metrics metrics = Metrics.of(
                1_000, equity, 3, 0.04, 4, new ClosedPositions(new double[] {100, -50}, new int[] {1, 2}, 2, 0, 0));
        return new RunFigures(metrics, new long[] {0, 1, 2, 3}, equity, benchmark, 0.04, 4, TRADES);
    }

    @Test
    void puts_all_figures_of_a_run_together() {
        PerformanceReport report = PerformanceReport.of(run(new double[] {1_000, 1_200, 1_000, 1_200}));

        assertThat(report.recoveryFactor()).isCloseTo(15 / 5.0, within(1e-9));
        assertThat(report.ulcerIndex()).isCloseTo(Math.sqrt(25 / 4.0), within(1e-9));
        // Bought and sold 2,000 within a year, half of it over the mean equity.
        assertThat(report.turnover()).isCloseTo(1_000 / 1_073.75, within(1e-12));
        assertThat(report.benchmark())
                .hasValueSatisfying(found -> assertThat(found.beta()).isPositive());
        assertThat(report.worstDrawdowns()).hasSize(1);
        assertThat(report.rolling().window()).isEqualTo(2);
        assertThat(report.returns().periods()).isEqualTo(3);
        assertThat(report.edge().expectancy()).isEqualTo(20);
        assertThat(report.byMode()).hasSize(2);
        assertThat(report.byRegime()).containsOnlyKeys("NEUTRAL");
        assertThat(report.byExitReason()).containsOnlyKeys("SIGNAL", "STOP");
        assertThat(report.calendar().years()).hasSize(1);
    }

    @Test
    void compares_with_nothing_where_there_is_no_benchmark() {
        assertThat(PerformanceReport.of(run(new double[0])).benchmark()).isEmpty();
    }
}
