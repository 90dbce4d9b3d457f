package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EquityCurveTest {

    @Test
    void sharpe_takes_the_sample_deviation_and_its_sibling_that_of_the_population() {
        double[] returns = {0.01, 0.02, -0.01, 0.03, 0.01};

        assertThat(EquityCurve.sharpe(returns, 0.04, 252)).isCloseTo(12.673226827082287, within(1e-12));
        assertThat(EquityCurve.populationSharpe(returns, 0.04, 252)).isCloseTo(14.169098339814983, within(1e-12));
    }

    @Test
    void what_is_undefined_is_not_a_number() {
        assertThat(EquityCurve.sharpe(new double[] {0.01}, 0, 252)).isNaN();
        assertThat(EquityCurve.sharpe(new double[0], 0, 252)).isNaN();
        assertThat(EquityCurve.sharpe(new double[] {0.01, 0.01, 0.01}, 0, 252)).isNaN();
        assertThat(EquityCurve.sortino(new double[] {0.01, 0.02}, 0, 252)).isNaN();
        assertThat(EquityCurve.sortino(new double[0], 0, 252)).isNaN();
        assertThat(EquityCurve.calmar(new double[] {100, 110}, 252)).isNaN();
        assertThat(EquityCurve.growthPct(new double[] {100}, 0, 252)).isNaN();
        assertThat(EquityCurve.growthPct(new double[] {0, 100}, 1, 252)).isNaN();
    }

    @Test
    void calmar_is_growth_by_bars_over_depth() {
        // Two bars of half a year: 100 to 90 to 121 is 21 % a year after a fall of 10 %.
        assertThat(EquityCurve.calmar(new double[] {100, 90, 121}, 2)).isCloseTo(2.1, within(1e-12));
        assertThat(EquityCurve.growthPct(new double[] {100, 121}, 2, 1)).isCloseTo(10, within(1e-12));
        assertThat(EquityCurve.growthPct(new double[] {100, -5}, 1, 1)).isEqualTo(-100);
    }

    @Test
    void returns_after_a_loss_of_everything_are_nothing() {
        assertThat(EquityCurve.returns(new double[] {100, 0, 50})).containsExactly(-1, 0);
    }

    @Test
    void annualised_return_goes_by_calendar_days() {
        assertThat(EquityCurve.annualizedReturnPct(21, 0)).isZero();
        assertThat(EquityCurve.annualizedReturnPct(-100, 365)).isEqualTo(-100);
        assertThat(EquityCurve.annualizedReturnPct(44, 730)).isCloseTo(20, within(1e-12));
    }

    @Test
    void the_fall_of_nothing_has_no_place() {
        assertThat(EquityCurve.maxDrawdown(new double[0])).isEqualTo(new EquityCurve.Drawdown(0, 0, -1, -1));
        assertThat(EquityCurve.maxDrawdown(new double[] {100, 120, 90}).money()).isEqualTo(-30);
    }

    @Test
    void readers_without_null_see_what_the_seeds_show() {
        assertThat(SeedFallbacks.orZero(Double.NaN)).isZero();
        assertThat(SeedFallbacks.orZero(2)).isEqualTo(2);
        assertThat(SeedFallbacks.orCap(Double.NaN, 1)).isEqualTo(10);
        assertThat(SeedFallbacks.orCap(Double.NaN, 0)).isZero();
        assertThat(SeedFallbacks.orCap(3, -1)).isEqualTo(3);
        assertThat(SeedFallbacks.or(Double.NaN, 1)).isEqualTo(1);
    }

    @Test
    void sortino_measures_from_the_target() {
        // 0.001 a bar: excess 0.004 and -0.002, of which the second falls short.
        double[] returns = {0.005, -0.001};

        assertThat(EquityCurve.sortino(returns, 0.252, 252))
                .isCloseTo(0.001 * 252 / (Math.sqrt(4e-6 / 2) * Math.sqrt(252)), within(1e-9));
    }

    @Test
    void a_run_without_bars_has_no_exposure_and_one_that_holds_half_the_time_has_half() {
        ClosedPositions closed = new ClosedPositions(new double[] {1}, new int[] {1}, 1, 2, 3);

        Metrics metrics = Metrics.of(100, new double[] {100, 101}, 1, 0, 252, closed);

        assertThat(metrics.exposureRatio()).isEqualTo(0.5);
        assertThat(metrics.totalCommission()).isEqualTo(2);
        assertThat(metrics.totalSlippage()).isEqualTo(3);
        assertThat(Metrics.of(100, new double[0], 0, 0, 252, closed).exposureRatio())
                .isNaN();
        assertThat(metrics.successCriteria().maxDrawdown()).isTrue();
        assertThat(metrics.successCriteria().allMet()).isFalse();
    }
}
