package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenchmarkComparisonTest {

    private static final double[] MARKET = {0.01, -0.02, 0.03, 0};

    private static double[] line(double factor, double more) {
        double[] returns = MARKET.clone();
        for (int i = 0; i < returns.length; i++) {
            returns[i] = factor * returns[i] + more;
        }
        return returns;
    }

    @Test
    void twice_the_market_and_a_little_more_has_beta_two_and_that_alpha() {
        BenchmarkComparison comparison = BenchmarkComparison.of(line(2, 0.001), MARKET, 0, 252);

        assertThat(comparison.beta()).isCloseTo(2, within(1e-12));
        assertThat(comparison.alpha()).isCloseTo(0.252, within(1e-12));
        assertThat(comparison.rSquared()).isCloseTo(1, within(1e-12));
    }

    @Test
    void alpha_takes_the_risk_free_rate_from_both() {
        BenchmarkComparison comparison = BenchmarkComparison.of(line(2, 0.001), MARKET, 0.04, 252);

        // s - f = 2 (b - f) + 0.001 + f, so a beta of two earns f again.
        assertThat(comparison.alpha()).isCloseTo(0.252 + 0.04, within(1e-12));
        assertThat(comparison.excessReturn()).isCloseTo(0.011 * 252 - 0.04, within(1e-12));
        assertThat(comparison.benchmarkExcessReturn()).isCloseTo(0.005 * 252 - 0.04, within(1e-12));
    }

    @Test
    void information_ratio_is_active_return_over_its_population_deviation() {
        // Active returns 0.01, 0.03: mean 0.02, deviation 0.01.
        BenchmarkComparison comparison =
                BenchmarkComparison.of(new double[] {0.02, 0.01}, new double[] {0.01, -0.02}, 0, 100);

        assertThat(comparison.activeReturn()).isCloseTo(2, within(1e-12));
        assertThat(comparison.trackingError()).isCloseTo(0.1, within(1e-12));
        assertThat(comparison.informationRatio()).isCloseTo(20, within(1e-9));
    }

    @Test
    void r_squared_knows_no_sign_and_no_relation_to_what_stands_still() {
        assertThat(BenchmarkComparison.of(line(-1, 0), MARKET, 0, 252).rSquared())
                .isCloseTo(1, within(1e-12));
        // Deviations 1 -1 1 -1 beside 1 1 -1 -1: nothing in common.
        assertThat(BenchmarkComparison.of(
                                new double[] {0.01, -0.01, 0.01, -0.01}, new double[] {0.01, 0.01, -0.01, -0.01}, 0, 1)
                        .rSquared())
                .isCloseTo(0, within(1e-12));
        BenchmarkComparison still = BenchmarkComparison.of(MARKET, new double[4], 0, 252);
        assertThat(still.beta()).isNaN();
        assertThat(still.alpha()).isNaN();
        assertThat(still.rSquared()).isNaN();
        assertThat(still.alphaAt(1)).isCloseTo(0.005 * 252, within(1e-12));
        assertThat(BenchmarkComparison.of(new double[4], MARKET, 0, 252).rSquared())
                .isNaN();
        assertThat(BenchmarkComparison.of(MARKET, MARKET, 0, 252).informationRatio())
                .isNaN();
    }

    @Test
    void refuses_series_of_different_lengths() {
        assertThatThrownBy(() -> BenchmarkComparison.of(MARKET, new double[3], 0, 252))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 returns beside 3");
    }

    @Test
    void buy_and_hold_follows_the_close() {
        assertThat(BenchmarkComparison.buyAndHold(1_000, new double[] {50, 55, 40}))
                .containsExactly(1_000, 1_100, 800);
    }
}
