package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The experimental average of domain specification b.9, with weights from 1/3 to 2/3 and figures that come out even. */
class GoldenEmaTest {

    /** Two bars from 100 to 104, two from 102 to 106, all closing at 104. */
    private static GoldenEma afterFourBars() {
        GoldenEma average = new GoldenEma(2, 2, 5, 1);
        average.update(104, 100, 104);
        average.update(104, 100, 104);
        average.update(106, 102, 104);
        average.update(106, 102, 104);
        return average;
    }

    @Test
    void is_unknown_until_both_ranges_were_seen() {
        GoldenEma average = afterFourBars();

        assertThat(average.value()).isNaN();
        assertThat(average.weight()).isNaN();
        assertThat(average.adaptivity()).isNaN();
    }

    @Test
    void waits_for_the_true_range_where_that_takes_longer() {
        GoldenEma average = new GoldenEma(1, 2, 5, 4);
        for (int i = 0; i < 5; i++) {
            average.update(104, 100, 102);
        }
        assertThat(average.value()).isNaN();

        average.update(104, 100, 103);

        assertThat(average.value()).isEqualTo(103);
        assertThat(average.weight()).isNotNaN();
    }

    @Test
    void weighs_the_roughness_of_the_path_with_the_liveliness_of_the_bar() {
        GoldenEma average = afterFourBars();

        average.update(105, 103.18, 104);

        // Path: ranges of 4 and 4 in one of 6, dimension log2(8 / 3), weight 2/3 x 3/4 = 1/2.
        // Bar: 1.82 of 104 is 1.75 %, half way from 0.5 % to 3 %, weight 1/2. The root of their product is 1/2.
        assertThat(average.weight()).isCloseTo(0.5, within(1e-12));
        assertThat(average.adaptivity()).isCloseTo(0.5, within(1e-12));
        assertThat(average.value()).as("begins with a close").isEqualTo(104);
    }

    @Test
    void a_market_that_stood_still_takes_the_weight_in_the_middle() {
        GoldenEma average = new GoldenEma(2, 2, 5, 1);
        for (int i = 0; i < 4; i++) {
            average.update(100, 100, 100);
        }
        average.update(100, 100, 100);

        assertThat(average.weight())
                .as("root of 1/2 x 1/3, the bar being as calm as can be")
                .isCloseTo(Math.sqrt(0.5 / 3), within(1e-12));
        average.update(110, 100, 110);
        assertThat(average.value()).isCloseTo(100 + average.weight() * 10, within(1e-9));
        assertThat(average.weight())
                .as("root of 1/2 x 2/3, the bar being as lively as can be")
                .isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
    }
}
