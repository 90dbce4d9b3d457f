package io.fluxhero.signal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.strategy.StrategyConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StrategyParametersTest {

    private static final int OF_A_FILE = 250;
    private static final int OF_THE_ENVIRONMENT = 300;

    @Test
    void are_those_of_the_engine_where_nothing_is_set() {
        assertThat(with(Map.of())).isEqualTo(StrategyConfig.defaults());
        assertThat(with(Map.of()).hash()).isEqualTo(StrategyConfig.defaults().hash());
    }

    @Test
    void variables_set_the_stops_of_both_modes() {
        StrategyConfig config =
                with(Map.of("FLUXHERO_TREND_STOP_ATR_MULTIPLIER", "3.5", "FLUXHERO_MEAN_REV_STOP_PCT", "0.05"));

        assertThat(config.trend().trendStopAtr()).isEqualTo(3.5);
        assertThat(config.reversion().meanReversionStopRatio()).isEqualTo(0.05);
    }

    @Test
    void any_parameter_is_set_by_its_key() {
        StrategyConfig config = with(
                Map.of("FLUXHERO_SIGNAL_PARAMETERS_GAP_RULE", "off", "FLUXHERO_SIGNAL_PARAMETERS_TREND_STOP_ATR", "4"));

        assertThat(config.noise().gapRule()).isFalse();
        assertThat(config.trend().trendStopAtr()).isEqualTo(4);
    }

    @Test
    void a_stop_that_makes_no_sense_is_refused_by_name() {
        Map<String, String> none = Map.of("FLUXHERO_TREND_STOP_ATR_MULTIPLIER", "0");

        assertThatIllegalArgumentException().isThrownBy(() -> with(none)).withMessageContaining("trend-stop-atr");
    }

    /** The settings file of the service, seen in this environment. */
    private static StrategyConfig with(Map<String, String> environment) {
        URL file = Objects.requireNonNull(StrategyParametersTest.class.getResource("/application.properties"));
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(
                            new PropertiesConfigSource(file, OF_A_FILE),
                            new EnvConfigSource(environment, OF_THE_ENVIRONMENT))
                    .withMapping(SignalSettings.class)
                    .withValidateUnknown(false)
                    .build();
            return new StrategyParameters(config.getConfigMapping(SignalSettings.class)).config();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
