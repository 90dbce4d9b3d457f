package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawdownEpisodeTest {

    private static final double[] CURVE = {100, 120, 90, 108, 120, 114, 130, 104, 117};

    @Test
    void worst_names_peak_trough_and_recovery_deepest_first() {
        assertThat(DrawdownEpisode.worst(CURVE, 5))
                .containsExactly(
                        new DrawdownEpisode(-25, 1, 2, 4),
                        new DrawdownEpisode(-20, 6, 7, -1),
                        new DrawdownEpisode(-5, 4, 5, 6));
        assertThat(DrawdownEpisode.worst(CURVE, 2))
                .extracting(DrawdownEpisode::hasRecovered)
                .containsExactly(true, false);
    }

    @Test
    void worst_puts_the_earlier_of_equals_first_and_takes_the_first_of_equal_troughs() {
        assertThat(DrawdownEpisode.worst(new double[] {100, 90, 90, 100, 90, 100}, 5))
                .containsExactly(new DrawdownEpisode(-10, 0, 1, 3), new DrawdownEpisode(-10, 3, 4, 5));
    }

    @Test
    void worst_is_empty_where_equity_never_fell() {
        assertThat(DrawdownEpisode.worst(new double[] {100, 100, 101}, 5)).isEmpty();
        assertThat(DrawdownEpisode.worst(new double[0], 5)).isEmpty();
    }

    @Test
    void underwater_is_the_distance_to_the_highest_value_so_far() {
        assertThat(DrawdownEpisode.underwater(new double[] {100, 90, 95, 110})).containsExactly(0, -10, -5, 0);
    }

    @Test
    void ulcer_index_is_the_root_mean_square_of_the_drawdowns() {
        assertThat(DrawdownEpisode.ulcerIndex(new double[] {100, 90, 95, 100}))
                .isCloseTo(Math.sqrt(125 / 4.0), within(1e-12));
        assertThat(DrawdownEpisode.ulcerIndex(new double[] {100, 101})).isZero();
        assertThat(DrawdownEpisode.ulcerIndex(new double[0])).isNaN();
    }

    @Test
    void recovery_factor_is_return_over_depth() {
        assertThat(DrawdownEpisode.recoveryFactor(30, -10)).isEqualTo(3);
        assertThat(DrawdownEpisode.recoveryFactor(-5, -10)).isEqualTo(-0.5);
        assertThat(DrawdownEpisode.recoveryFactor(30, 0)).isNaN();
    }
}
