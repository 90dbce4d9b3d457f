package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnDistributionTest {

    /** -0.10, -0.09 and so on up to 0.09, largest first. */
    private static final double[] TWENTY =
            IntStream.range(-9, 11).mapToDouble(i -> -i / 100.0).toArray();

    @Test
    void value_at_risk_is_the_return_at_the_floor_of_five_percent() {
        assertThat(ReturnDistribution.valueAtRisk(TWENTY, 0.95)).isEqualTo(-0.09);
        assertThat(ReturnDistribution.valueAtRisk(TWENTY, 0.90)).isEqualTo(-0.08);
        assertThat(ReturnDistribution.valueAtRisk(new double[] {0.01}, 0.95)).isNaN();
    }

    @Test
    void conditional_value_at_risk_is_the_mean_of_the_tail_with_its_bound() {
        assertThat(ReturnDistribution.conditionalValueAtRisk(TWENTY, 0.95)).isCloseTo(-0.095, within(1e-15));
        assertThat(ReturnDistribution.conditionalValueAtRisk(TWENTY, 0.90)).isCloseTo(-0.09, within(1e-15));
        assertThat(ReturnDistribution.conditionalValueAtRisk(new double[0], 0.95))
                .isNaN();
    }

    @Test
    void skewness_and_kurtosis_are_those_of_the_population() {
        // Mean 1, differences -1 -1 -1 3: m2 = 12/4, m3 = 24/4, m4 = 84/4.
        double[] values = {0, 0, 0, 4};

        assertThat(ReturnDistribution.skewness(values)).isCloseTo(6 / Math.pow(3, 1.5), within(1e-15));
        assertThat(ReturnDistribution.excessKurtosis(values)).isCloseTo(21 / 9.0 - 3, within(1e-15));
        assertThat(ReturnDistribution.skewness(new double[] {1, 2})).isNaN();
        assertThat(ReturnDistribution.excessKurtosis(new double[] {1, 2, 4})).isNaN();
        assertThat(ReturnDistribution.skewness(new double[] {0.01, 0.01, 0.01})).isNaN();
        assertThat(ReturnDistribution.excessKurtosis(new double[] {0.01, 0.01, 0.01, 0.01}))
                .isNaN();
    }

    @Test
    void tail_ratio_compares_the_returns_at_both_ends() {
        assertThat(ReturnDistribution.tailRatio(TWENTY)).isCloseTo(0.09 / 0.09, within(1e-15));
        double[] lopsided = TWENTY.clone();
        lopsided[0] = 0.36;
        assertThat(ReturnDistribution.tailRatio(lopsided)).isCloseTo(4, within(1e-12));
        assertThat(ReturnDistribution.tailRatio(new double[19])).isNaN();
        assertThat(ReturnDistribution.tailRatio(new double[20])).isNaN();
    }

    @Test
    void omega_is_gain_over_loss_about_the_threshold() {
        double[] returns = {0.03, -0.01, 0.02, -0.01};

        assertThat(ReturnDistribution.omega(returns, 0)).isCloseTo(2.5, within(1e-12));
        assertThat(ReturnDistribution.omega(returns, 0.01)).isCloseTo(0.03 / 0.04, within(1e-12));
        assertThat(ReturnDistribution.omega(new double[] {0.01}, 0)).isNaN();
    }

    @Test
    void sums_up() {
        ReturnDistribution shape = ReturnDistribution.of(new double[] {0.01, 0.02, -0.01, 0.03, 0.01}, 252);

        assertThat(shape.periods()).isEqualTo(5);
        assertThat(shape.mean()).isCloseTo(0.012, within(1e-15));
        assertThat(shape.deviation()).isCloseTo(Math.sqrt(0.00088 / 4), within(1e-15));
        assertThat(shape.annualVolatility()).isCloseTo(Math.sqrt(0.00022 * 252), within(1e-15));
        assertThat(shape.best()).isEqualTo(0.03);
        assertThat(shape.worst()).isEqualTo(-0.01);
        assertThat(shape.positiveRatio()).isEqualTo(0.8);
        assertThat(shape.omega()).isCloseTo(7, within(1e-12));
    }

    @Test
    void of_nothing_nothing_is_known() {
        ReturnDistribution shape = ReturnDistribution.of(new double[0], 252);

        assertThat(shape.periods()).isZero();
        assertThat(new double[] {shape.mean(), shape.deviation(), shape.best(), shape.worst(), shape.positiveRatio()})
                .containsOnly(Double.NaN);
    }
}
