package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void lie_between_their_neighbours() {
        Percentiles values = Percentiles.of(new double[] {40, 10, Double.NaN, 20, 30});

        assertThat(values.count()).isEqualTo(4);
        assertThat(values.at(0)).isEqualTo(10);
        assertThat(values.at(1)).isEqualTo(40);
        assertThat(values.at(0.5)).isEqualTo(25);
        assertThat(values.at(0.1)).isCloseTo(13, within(1e-12));
    }

    @Test
    void of_nothing_are_unknown() {
        assertThat(Percentiles.of(new double[] {Double.NaN}).at(0.5)).isNaN();
        assertThat(Percentiles.of(new double[] {7}).at(0.95)).isEqualTo(7);
    }
}
