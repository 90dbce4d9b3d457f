package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityRulesTest {

    @ParameterizedTest
    @CsvSource({
        "HIGH, 20, 14",
        "LOW, 20, 26",
        "NORMAL, 20, 20",
        "HIGH, 90, 63",
        "HIGH, 45, 32",
        "HIGH, 15, 11",
        "LOW, 15, 20",
        "HIGH, 1, 2",
        "HIGH, 14, 10"
    })
    void periods_are_adjusted_by_the_decimal_product_half_up(Volatility state, int base, int period) {
        assertThat(state.adjustedPeriod(base)).isEqualTo(period);
    }

    @Test
    void periods_have_a_lower_bound_of_their_own() {
        assertThat(Volatility.of(0.6, 1)).isEqualTo(Volatility.LOW);
        assertThat(Volatility.forPeriods(0.6, 1)).isEqualTo(Volatility.NORMAL);
        assertThat(Volatility.forPeriods(0.49, 1)).isEqualTo(Volatility.LOW);
        assertThat(Volatility.forPeriods(1.6, 1)).isEqualTo(Volatility.HIGH);
    }

    @Test
    void a_spike_is_measured_on_the_scale_of_the_longer_bars() {
        // √12 = 3.46: an ATR of 0.6 in five minutes is one of 2.08 in an hour.
        double scale = VolatilitySpike.scale(Timeframe.M5, Timeframe.H1);
        assertThat(scale).isEqualTo(Math.sqrt(12));
        assertThat(VolatilitySpike.isRawSpike(0.6 * scale, 1, 2)).isTrue();
        assertThat(VolatilitySpike.isRawSpike(0.57 * scale, 1, 2)).isFalse();
        // A day has six and a half hours of trade.
        assertThat(VolatilitySpike.scale(Timeframe.H1, Timeframe.D1)).isEqualTo(Math.sqrt(6.5));
        assertThat(VolatilitySpike.isRawSpike(0.6, 1, 2)).isFalse();
        assertThat(VolatilitySpike.isRawSpike(2, 1, 2)).isFalse();
        assertThat(VolatilitySpike.isRawSpike(Double.NaN, 1, 2)).isFalse();
        assertThat(VolatilitySpike.isRawSpike(1, 0, 2)).isFalse();
        assertThat(VolatilitySpike.stopFactor(true)).isEqualTo(1.5);
        assertThat(VolatilitySpike.sizeFactor(false)).isEqualTo(1);
    }

    @Test
    void efficiency_and_adaptivity_tell_regimes_strictly() {
        assertThat(Regime.ofEfficiency(0.61)).contains(Regime.STRONG_TREND);
        assertThat(Regime.ofEfficiency(0.6)).contains(Regime.NEUTRAL);
        assertThat(Regime.ofEfficiency(0.3)).contains(Regime.NEUTRAL);
        assertThat(Regime.ofEfficiency(0.29)).contains(Regime.MEAN_REVERSION);
        assertThat(Regime.ofEfficiency(Double.NaN)).isEmpty();
        assertThat(Regime.ofAdaptivity(0.76)).contains(Regime.STRONG_TREND);
        assertThat(Regime.ofAdaptivity(0.5)).contains(Regime.NEUTRAL);
        assertThat(Regime.ofAdaptivity(0.24)).contains(Regime.MEAN_REVERSION);
    }
}
