package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values with twenty digits, computed with arbitrary precision; the round ones stand in every table. */
class NormalDistributionTest {

    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768227e-300",
        "-8, 6.2209605742717841235e-16",
        "-5, 2.8665157187919391167e-7",
        "-3.5, 0.00023262907903552503635",
        "-3, 0.0013498980316300945267",
        "-1.96, 0.024997895148220436213",
        "-1, 0.15865525393145705141",
        "0, 0.5",
        "0.5, 0.69146246127401310364",
        "1, 0.84134474606854294859",
        "2.5, 0.99379033467422386483",
        "4, 0.99996832875816688008",
        "6, 0.99999999901341235496"
    })
    void cumulative_is_right_to_the_last_digits(double x, double expected) {
        assertThat(NormalDistribution.cumulative(x)).isCloseTo(expected, within(1e-15));
        assertThat(NormalDistribution.cumulative(x) / expected).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0e-300, -37.047096299361199237",
        "1.0e-20, -9.2623400897984075737",
        "1.0e-10, -6.3613409024040562047",
        "0.001, -3.0902323061678135415",
        "0.01, -2.3263478740408411009",
        "0.02425, -1.9729610513118848503",
        "0.05, -1.6448536269514727149",
        "0.25, -0.6744897501960817432",
        "0.3, -0.52440051270804078404",
        "0.7, 0.52440051270804078404",
        "0.975, 1.9599639845400542355",
        "0.9999, 3.7190164854556805644"
    })
    void quantile_is_its_inverse(double p, double expected) {
        assertThat(NormalDistribution.quantile(p)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void the_ends_are_infinite_and_outside_there_is_nothing() {
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.quantile(0.5)).isEqualTo(0, within(1e-16));
        assertThat(NormalDistribution.quantile(1.1)).isNaN();
        assertThat(NormalDistribution.quantile(Double.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(40)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(-40)).isZero();
    }

    @Test
    void never_falls() {
        double before = 0;
        for (int i = -4_000; i <= 4_000; i++) {
            double now = NormalDistribution.cumulative(i / 1_000.0);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
