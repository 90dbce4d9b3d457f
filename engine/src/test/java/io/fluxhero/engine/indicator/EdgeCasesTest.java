package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Flat, short and long series. */
class EdgeCasesTest {

    private static final double FLAT = 0.1;

    @Test
    void a_flat_price_has_a_neutral_rsi() {
        Rsi rsi = new Rsi(14);
        repeat(15, () -> rsi.update(FLAT));

        assertThat(rsi.value()).isEqualTo(50);
    }

    @Test
    void a_flat_price_explains_nothing() {
        LinearRegression regression = new LinearRegression(50);
        repeat(50, () -> regression.update(FLAT));

        assertThat(regression.rSquared()).isZero();
        assertThat(regression.slope()).isZero();
    }

    @Test
    void a_flat_price_goes_nowhere_and_kama_settles_on_it() {
        Kama kama = new Kama(10, 2, 30);
        kama.update(200);
        repeat(200, () -> kama.update(FLAT));

        assertThat(kama.efficiencyRatio()).isZero();
        assertThat(kama.value()).isCloseTo(FLAT, within(1e-9));
    }

    @Test
    void flat_bands_meet_exactly() {
        BollingerBands bands = new BollingerBands(20, 2);
        repeat(20, () -> bands.update(FLAT));

        assertThat(bands.upper()).isEqualTo(FLAT);
        assertThat(bands.lower()).isEqualTo(FLAT);
    }

    @Test
    void bars_without_range_have_no_direction() {
        Adx adx = new Adx(14);
        repeat(28, () -> adx.update(FLAT, FLAT, FLAT));

        assertThat(adx.plusDi()).isZero();
        assertThat(adx.value()).isZero();
    }

    @Test
    void adx_is_known_after_twice_its_period() {
        Adx adx = new Adx(14);
        repeat(27, () -> adx.update(2, 1, 1.5));
        assertThat(adx.value()).isNaN();

        adx.update(2, 1, 1.5);
        assertThat(adx.value()).isZero();
    }

    @Test
    void the_average_of_atr_needs_its_whole_window() {
        Atr atr = new Atr(14);
        AverageAtr average = new AverageAtr(50);
        for (int i = 0; i < 63; i++) {
            atr.update(2, 1, 1.5);
            average.update(atr.value());
        }
        assertThat(average.value()).isNaN();

        atr.update(2, 1, 1.5);
        average.update(atr.value());
        assertThat(average.value()).isEqualTo(1);
    }

    @Test
    void the_first_bar_is_not_in_the_seed_of_atr() {
        Atr atr = new Atr(3);
        atr.update(1000, 1, 100);
        repeat(3, () -> atr.update(101, 99, 100));

        assertThat(atr.value()).isEqualTo(2);
    }

    @Test
    void a_window_forgets_what_left_it_exactly() {
        Sma sma = new Sma(3);
        BollingerBands bands = new BollingerBands(3, 2);
        LinearRegression regression = new LinearRegression(3);
        for (double value : new double[] {1e12, 1e-6, 3e11, 2, 2, 2}) {
            sma.update(value);
            bands.update(value);
            regression.update(value);
        }

        assertThat(sma.value()).isEqualTo(2);
        assertThat(bands.upper()).isEqualTo(2);
        assertThat(regression.rSquared()).isZero();
    }

    @Test
    void average_volume_is_exact_however_large() {
        AverageVolume average = new AverageVolume(2);
        average.update(9_000_000_000_000_001L);
        average.update(1);
        average.update(3);

        assertThat(average.value()).isEqualTo(2);
    }

    @Test
    void two_values_make_a_line() {
        LinearRegression regression = new LinearRegression(2);
        regression.update(1);
        regression.update(3);

        assertThat(regression.slope()).isEqualTo(2);
        assertThat(regression.rSquared()).isEqualTo(1);
    }

    @Test
    void a_period_below_one_is_refused() {
        assertThatThrownBy(() -> new Sma(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearRegression(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bands_may_have_no_width_and_no_endless_one() {
        assertThat(bandsOf(0).bollingerWidth()).isZero();
        for (double width : new double[] {-0.1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> bandsOf(width)).hasMessage("bands are 0 or more deviations wide, not " + width);
        }
    }

    private static IndicatorPeriods bandsOf(double width) {
        return new IndicatorPeriods(20, 10, 2, 30, false, 14, 14, 50, 20, width, 50, 20);
    }

    private static void repeat(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }
}
