package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Averages that follow the market at the speed of the market. */
class AdaptiveAveragesTest {

    @Test
    void a_regime_aware_kama_is_faster_in_trends_and_slower_in_noise() {
        double fast = 2.0 / 3;
        double slow = 2.0 / 31;
        Kama plain = new Kama(4, 2, 30);
        Kama aware = new Kama(4, 2, 30, true);

        // A straight line: efficiency 1, already at the fast constant.
        assertThat(weight(aware, 1, 2, 3, 4, 5)).isCloseTo(weight(plain, 1, 2, 3, 4, 5), within(1e-12));
        // Net 8 over 10: efficiency 0.8 is half of the way from 0.6 to 1.
        double constant = 0.8 * (fast - slow) + slow;
        assertThat(weight(aware, 10, 15, 14, 18, 18)).isCloseTo(square((constant + fast) / 2), within(1e-12));
        // Net 1.5 over 10: efficiency 0.15 is half of the way from 0.3 to 0.
        double lazy = 0.15 * (fast - slow) + slow;
        assertThat(weight(aware, 10, 15.75, 11.5, 11.5, 11.5)).isCloseTo(square((lazy + slow) / 2), within(1e-12));
        // Between the bounds nothing changes: net 5 over 10.
        assertThat(weight(aware, 10, 17.5, 15, 15, 15)).isCloseTo(weight(plain, 10, 17.5, 15, 15, 15), within(1e-12));
    }

    @Test
    void a_volatile_market_makes_the_average_faster() {
        assertThat(VolatilityAlpha.of(1, 2)).isEqualTo(0.1);
        assertThat(VolatilityAlpha.of(2, 2)).isEqualTo(0.35);
        assertThat(VolatilityAlpha.of(9, 2)).isEqualTo(0.6);
        assertThat(VolatilityAlpha.of(Double.NaN, 2)).isEqualTo(0.35);
        assertThat(VolatilityAlpha.of(1, 0)).isEqualTo(0.35);
        assertThat(VolatilityAlpha.of(0.1, 2)).isEqualTo(0.1);
    }

    @Test
    void the_adaptive_average_begins_with_a_mean() {
        VolatilityAdaptiveEma average = VolatilityAdaptiveEma.usual();
        for (int i = 1; i <= 19; i++) {
            average.update(i, 1, 1);
            assertThat(average.value()).isNaN();
        }
        average.update(20, 1, 1);
        assertThat(average.value()).isEqualTo(10.5);

        average.update(30.5, 3, 1);
        assertThat(average.value()).isCloseTo(10.5 + 0.6 * 20, within(1e-12));
    }

    @Test
    void the_golden_average_begins_with_a_close_and_stays_between_its_weights() {
        CandleSeries bars = MarketSeries.walk(4, 400);
        GoldenEma golden = GoldenEma.usual();
        for (int i = 0; i < bars.size(); i++) {
            golden.update(bars.highs()[i], bars.lows()[i], bars.closes()[i]);
            if (i < 40) {
                assertThat(golden.value()).isNaN();
            } else {
                assertThat(golden.weight()).isBetween(2.0 / 31, 2.0 / 3);
                assertThat(golden.adaptivity()).isBetween(0.0, 1.0);
            }
            if (i == 40) {
                assertThat(golden.value()).isEqualTo(bars.closes()[i]);
            }
        }
    }

    @Test
    void a_straight_line_is_one_dimensional_for_the_golden_average() {
        // Ranges of 20 rising bars with highs and lows one apart: (19 + 1) / 20 twice, 40 / 40 for both: D = ln 2 / ln
        // 2.
        GoldenEma golden = GoldenEma.usual();
        for (int i = 0; i <= 40; i++) {
            golden.update(1_000 + i + 0.5, 1_000 + i - 0.5, 1_000 + i);
        }
        double fast = 2.0 / 3;
        double slow = 2.0 / 31;
        // ATR 1.5 on 1040 is 0.144 %, calmer than 0.5 %.
        assertThat(golden.weight()).isCloseTo(Math.sqrt(fast * slow), within(1e-12));
    }

    @Test
    void a_flat_market_has_no_dimension_and_gets_the_mean_weight() {
        GoldenEma golden = GoldenEma.usual();
        for (int i = 0; i <= 45; i++) {
            golden.update(100, 100, 100);
        }
        double fast = 2.0 / 3;
        double slow = 2.0 / 31;

        assertThat(golden.value()).isEqualTo(100);
        assertThat(golden.weight()).isCloseTo(Math.sqrt((fast + slow) / 2 * slow), within(1e-12));
    }

    @Test
    void the_golden_cross_signals_each_turn_once() {
        GoldenCross cross = new GoldenCross();
        int ups = 0;
        int downs = 0;
        boolean wasAbove = false;
        for (int i = 0; i < 600; i++) {
            double close = 100 + 20 * Math.sin(i / 30.0);
            cross.update(close + 1, close - 1, close);
            ups += cross.signal() == 1 ? 1 : 0;
            downs += cross.signal() == -1 ? 1 : 0;
            if (cross.signal() != 0) {
                assertThat(cross.fast() > cross.slow()).isEqualTo(cross.signal() == 1);
                assertThat(wasAbove).isNotEqualTo(cross.signal() == 1);
            }
            wasAbove = cross.fast() > cross.slow();
        }

        assertThat(ups).isGreaterThan(2);
        assertThat(downs).isBetween(ups - 1, ups + 1);
    }

    @ParameterizedTest
    @CsvSource({"101, 1", "99, -1"})
    void averages_that_meet_have_not_crossed_until_they_part(double next, int signal) {
        GoldenCross cross = new GoldenCross();
        for (int i = 0; i < 60; i++) {
            cross.update(100, 100, 100);
            assertThat(cross.signal()).as("bar %d", i).isZero();
        }

        cross.update(next, next, next);

        assertThat(cross.signal()).isEqualTo(signal);
    }

    /** The weight that a fresh average of four changes gives to the last of these values, seen from the one before. */
    private static double weight(Kama kama, double... values) {
        EfficiencyRatio ratio = new EfficiencyRatio(4);
        for (double value : values) {
            ratio.update(value);
        }
        return kama.weight(values, values.length - 1, ratio.value());
    }

    private static double square(double x) {
        return x * x;
    }
}
