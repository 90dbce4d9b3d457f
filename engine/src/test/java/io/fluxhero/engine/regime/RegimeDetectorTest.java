package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeDetectorTest {

    @Test
    void is_neutral_until_three_bars_confirm_something_else() {
        RegimeDetector detector = new RegimeDetector();

        detector.update(30, 0.7);
        detector.update(30, 0.7);
        assertThat(detector.regime()).isEqualTo(Regime.NEUTRAL);
        assertThat(detector.rawRegime()).isEqualTo(Regime.STRONG_TREND);
        assertThat(detector.regimeBars()).isEqualTo(2);

        detector.update(30, 0.7);
        assertThat(detector.regime()).isEqualTo(Regime.STRONG_TREND);
        assertThat(detector.regimeBars()).isEqualTo(1);
    }

    @Test
    void a_series_too_short_to_confirm_stays_as_it_is() {
        List<Regime> two = List.of(Regime.STRONG_TREND, Regime.NEUTRAL);

        assertThat(RegimeConfirmation.over(two, 3)).isEqualTo(two);
        assertThat(RegimeConfirmation.over(two, 2)).containsOnly(Regime.STRONG_TREND);
        assertThat(RegimeConfirmation.over(List.of(), 1)).isEmpty();
    }

    @Test
    void takes_bounds_and_unknowns_for_neutral() {
        assertThat(Regime.classify(25, 0.7)).isEqualTo(Regime.NEUTRAL);
        assertThat(Regime.classify(26, 0.6)).isEqualTo(Regime.NEUTRAL);
        assertThat(Regime.classify(20, 0.3)).isEqualTo(Regime.NEUTRAL);
        assertThat(Regime.classify(19, 0.4)).isEqualTo(Regime.NEUTRAL);
        assertThat(Regime.classify(Double.NaN, 0.9)).isEqualTo(Regime.NEUTRAL);
        assertThat(Regime.classify(10, Double.NaN)).isEqualTo(Regime.NEUTRAL);
    }

    @Test
    void volatility_is_normal_while_unknown_and_on_its_bounds() {
        assertThat(Volatility.of(Double.NaN, 1)).isEqualTo(Volatility.NORMAL);
        assertThat(Volatility.of(1, Double.NaN)).isEqualTo(Volatility.NORMAL);
        assertThat(Volatility.of(1, 0)).isEqualTo(Volatility.NORMAL);
        assertThat(Volatility.of(1.5, 1)).isEqualTo(Volatility.NORMAL);
        assertThat(Volatility.of(0.69, 1)).isEqualTo(Volatility.LOW);
        assertThat(Volatility.of(1.51, 1)).isEqualTo(Volatility.HIGH);
    }
}
