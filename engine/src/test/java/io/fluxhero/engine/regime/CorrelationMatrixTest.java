package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationMatrixTest {

    private static final double NONE = Double.NaN;

    @Test
    void is_pearsons_and_symmetric() {
        CorrelationMatrix matrix = CorrelationMatrix.of(
                new double[][] {{0.01, -0.02, 0.03, 0.00}, {0.02, -0.01, 0.01, 0.02}, {-0.01, 0.02, -0.03, 0.00}});

        // Deviations 0.005 -0.025 0.025 -0.005 and 0.01 -0.02 0 0.01: products 0.0005, squares 0.0013 and 0.0006.
        assertThat(matrix.between(0, 1)).isCloseTo(0.0005 / Math.sqrt(0.0013 * 0.0006), within(1e-12));
        assertThat(matrix.between(1, 0)).isEqualTo(matrix.between(0, 1));
        assertThat(matrix.between(0, 2)).isCloseTo(-1, within(1e-12));
        assertThat(matrix.between(2, 2)).isEqualTo(1);
        assertThat(matrix.size()).isEqualTo(3);
    }

    @Test
    void looks_only_at_times_that_both_have() {
        CorrelationMatrix matrix =
                CorrelationMatrix.of(new double[][] {{0.01, NONE, 0.03, 0.5, 0.02}, {0.02, 0.9, 0.06, NONE, 0.04}});

        assertThat(matrix.between(0, 1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void what_does_not_move_or_hardly_meets_is_correlated_with_nothing() {
        assertThat(CorrelationMatrix.correlation(new double[] {0.01, 0.01, 0.01}, new double[] {0.01, 0.02, 0.03}))
                .isZero();
        assertThat(CorrelationMatrix.correlation(new double[] {0.01, NONE}, new double[] {0.01, 0.02}))
                .isZero();
    }

    @Test
    void alerts_where_everything_moves_together() {
        double[] market = {0.01, -0.02, 0.015, 0.005, -0.01};

        assertThat(CorrelationMatrix.of(new double[][] {market, market, market}).isAlert())
                .isTrue();
        CorrelationMatrix mixed = CorrelationMatrix.of(new double[][] {market, market, {0.01, 0.02, -0.01, 0, 0.01}});
        assertThat(mixed.isAlert()).isFalse();
        assertThat(mixed.average()).isLessThan(0.8);
        assertThat(CorrelationMatrix.of(new double[][] {market}).average()).isNaN();
        assertThat(CorrelationMatrix.of(new double[][] {market}).isAlert()).isFalse();
    }

    @Test
    void history_lines_returns_up_by_time_and_forgets_the_oldest() {
        ReturnHistory history = new ReturnHistory(3);
        double[] one = {100, 200, 210, 199.5, 219.45};
        double[] other = {50, 20, 21, 19.95, 21.945};
        for (int day = 0; day < one.length; day++) {
            history.update("ONE", day, one[day]);
            if (day != 2) {
                history.update("OTHER", day, other[day]);
            }
        }

        assertThat(history.symbols()).containsExactly("ONE", "OTHER");
        // Days 3 and 4 are in line: the day-3 return of OTHER spans two days, that of day 1 is forgotten.
        assertThat(history.correlations().between(0, 1)).isCloseTo(1, within(1e-9));
    }
}
