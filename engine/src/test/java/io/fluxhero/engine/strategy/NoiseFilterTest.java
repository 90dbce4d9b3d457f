package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.strategy.NoiseFilter.Reading;
import io.fluxhero.engine.strategy.Rejection.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFilterTest {

    private static final double UNKNOWN = Double.NaN;

    @ParameterizedTest
    @CsvSource({
        // quoted, spread, illiquid, volume, average, breakout, gap, minutes
        "true, 0.05, false, 501, 1000, false, 0.02, 15.1,",
        "true, 0.0501, false, 501, 1000, false, 0.02, 15.1, WIDE_SPREAD",
        "true, 0.025, true, 501, 1000, false, 0.02, 15.1,",
        "true, 0.03, true, 501, 1000, false, 0.02, 15.1, WIDE_SPREAD_ILLIQUID",
        "true, -0.01, false, 501, 1000, false, 0.02, 15.1, BAD_DATA",
        "true, NaN, false, 501, 1000, false, 0.02, 15.1, BAD_DATA",
        "false, NaN, true, 501, 1000, false, 0.02, 15.1,",
        "false, NaN, false, 500, 1000, false, 0.02, 15.1, THIN_VOLUME",
        "false, NaN, false, 1500, 1000, true, 0.02, 15.1, THIN_BREAKOUT",
        "false, NaN, false, 1501, 1000, true, 0.02, 15.1,",
        "false, NaN, false, 501, NaN, false, 0.02, 15.1, BAD_DATA",
        "false, NaN, false, -1, 1000, false, 0.02, 15.1, BAD_DATA",
        "false, NaN, false, 0, 0, true, 0.02, 15.1,",
        "false, NaN, false, 501, 1000, false, 0.0201, 15.1, GAP",
        "false, NaN, false, 501, 1000, false, NaN, 15.1, BAD_DATA",
        "false, NaN, false, 501, 1000, false, 0.02, 15, NEAR_CLOSE",
        "true, 0.06, false, 1, 1000, false, 0.03, 15, WIDE_SPREAD",
        "false, NaN, false, 1, 1000, false, 0.03, 15, THIN_VOLUME"
    })
    void names_the_first_objection(
            boolean quoted,
            double spread,
            boolean illiquid,
            double volume,
            double average,
            boolean breakout,
            double gap,
            double minutesToClose,
            Reason reason) {
        Reading reading = new Reading(quoted, spread, illiquid, volume, average, breakout, gap, minutesToClose);

        assertThat(new NoiseFilter(NoiseRules.defaults())
                        .objectionTo(reading)
                        .map(Rejection::reason)
                        .orElse(null))
                .isEqualTo(reason);
        assertThat(new NoiseFilter(NoiseRules.off()).objectionTo(reading)).isEmpty();
    }

    @Test
    void an_objection_says_what_was_measured_against_what() {
        Reading thin = new Reading(false, UNKNOWN, false, 400, 1000, false, 0, 60);

        assertThat(new NoiseFilter(NoiseRules.defaults()).objectionTo(thin))
                .contains(new Rejection(Reason.THIN_VOLUME, 400, 500));
    }

    @Test
    void a_spread_on_prices_that_stand_still_is_beyond_measure() {
        assertThat(NoiseFilter.spreadToVolatility(100, 101, 0)).isEqualTo(999);
        assertThat(NoiseFilter.spreadToVolatility(101, 100, 0)).isNegative();
        assertThat(NoiseFilter.spreadToVolatility(100, 100.1, 2)).isCloseTo(0.05, within(1e-9));
        assertThat(NoiseFilter.gapRatio(1, 0)).isEqualTo(999);
        assertThat(NoiseFilter.gapRatio(98, 100)).isEqualTo(0.02);
    }
}
