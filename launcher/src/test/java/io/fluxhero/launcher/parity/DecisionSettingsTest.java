package io.fluxhero.launcher.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionSettingsTest {

    @Test
    void are_the_defaults_where_nothing_is_said() {
        assertThat(DecisionSettings.of(Map.of("PATH", "/bin"), Map.of()))
                .isEqualTo(new DecisionSettings(StrategyConfig.defaults(), RiskConfig.defaults()));
    }

    @Test
    void know_the_variables_of_the_services() {
        DecisionSettings settings = DecisionSettings.of(
                Map.of(
                        "FLUXHERO_TREND_STOP_ATR_MULTIPLIER", "3.5",
                        "FLUXHERO_MEAN_REV_STOP_PCT", "0.05",
                        "FLUXHERO_MAX_OPEN_POSITIONS", "2"),
                Map.of());

        assertThat(settings.strategy().trend().trendStopAtr()).isEqualTo(3.5);
        assertThat(settings.strategy().reversion().meanReversionStopRatio()).isEqualTo(0.05);
        assertThat(settings.risk().trendStopAtr()).isEqualTo(3.5);
        assertThat(settings.risk().maxOpenPositions()).isEqualTo(2);
    }

    @Test
    void what_is_said_on_the_line_goes_before_a_variable() {
        DecisionSettings settings = DecisionSettings.of(
                Map.of("FLUXHERO_TREND_STOP_ATR_MULTIPLIER", "3.5"), Map.of("strategy.trend.trend-stop-atr", "4"));

        assertThat(settings.strategy().trend().trendStopAtr()).isEqualTo(4);
    }

    @Test
    void refuse_what_makes_no_sense() {
        assertThatThrownBy(() -> DecisionSettings.of(Map.of("FLUXHERO_TREND_STOP_ATR_MULTIPLIER", "0"), Map.of()))
                .hasMessageContaining("the trend stop is above 0, not 0.0");
    }
}
