package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegimeEdgesTest {

    @Test
    void a_symbol_is_correlated_with_itself_even_where_it_stands_still() {
        CorrelationMatrix matrix = CorrelationMatrix.of(new double[][] {{0, 0, 0}, {0.01, 0.02, 0}});

        assertThat(matrix.between(0, 0)).isEqualTo(1);
        assertThat(matrix.between(1, 1)).isEqualTo(1);
        assertThat(matrix.between(0, 1)).isZero();
        assertThat(matrix.size()).isEqualTo(2);
    }

    @Test
    void the_average_is_over_pairs_of_different_symbols() {
        double[] up = {0.01, -0.01, 0.01, -0.01};
        double[] down = {-0.01, 0.01, -0.01, 0.01};

        CorrelationMatrix matrix = CorrelationMatrix.of(new double[][] {up, up, down});

        assertThat(matrix.average()).as("(1 - 1 - 1) / 3").isCloseTo(-1 / 3.0, within(1e-12));
    }

    @Test
    void history_keeps_exactly_its_window_of_relative_changes() {
        ReturnHistory history = new ReturnHistory(3);
        double[] one = {100, 150, 165, 148.5, 163.35};
        double[] other = {100, 50, 55, 49.5, 44.55};
        for (int day = 0; day < one.length; day++) {
            history.update("ONE", day, one[day]);
            history.update("OTHER", day, other[day]);
        }

        assertThat(history.correlations().between(0, 1))
                .as("0.1, -0.1, 0.1 with 0.1, -0.1, -0.1")
                .isCloseTo(0.5, within(1e-9));
    }
}
