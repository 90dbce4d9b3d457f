package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyConfigTest {

    private final StrategyConfig usual = StrategyConfig.defaults();

    @Test
    void has_a_hash_that_changes_with_any_parameter() {
        Set<String> hashes = new LinkedHashSet<>(Set.of(usual.hash()));
        usual.parameters()
                .forEach(
                        (key, value) -> hashes.add(usual.with(key, other(value)).hash()));

        assertThat(usual.hash())
                .matches("[0-9a-f]{16}")
                .isEqualTo(StrategyConfig.defaults().hash());
        assertThat(hashes).hasSize(usual.parameters().size() + 1);
    }

    @Test
    void has_every_parameter_under_one_key() {
        assertThat(usual.parameters())
                .hasSize(39)
                .containsEntry("modes", Modes.DUAL)
                .containsEntry("regression-period", 50)
                .containsEntry("rsi-oversold", 30.0)
                .containsEntry("breakout-rule", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression-period", "regression_period", "regressionPeriod"})
    void takes_a_key_as_people_write_it(String key) {
        assertThat(usual.with(key, " 20 ")).isEqualTo(usual.withRegressionPeriod(20));
    }

    @Test
    void takes_several_changes() {
        assertThat(usual.with(Map.of("modes", "mean-reversion", "allow-short", "on", "warm-up-bars", "80")))
                .isEqualTo(usual.withModes(Modes.MEAN_REVERSION)
                        .withAllowShort(true)
                        .withWarmUpBars(80));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsi-period     | ten  | parameter 'rsi-period': 'ten' is not a whole number",
                "rsi-period     | 0    | parameter 'rsi-period': a period is at least 1, not 0",
                "max-gap-ratio  | NaN  | parameter 'max-gap-ratio': 'NaN' is not a number",
                "max-gap-ratio  | -1   | parameter 'max-gap-ratio': the gap ratio is 0 or more, not -1.0",
                "volume-rule    | 1    | parameter 'volume-rule': '1' is not true or false",
                "modes          | BOTH | parameter 'modes': 'BOTH' is not one of [DUAL, TREND, MEAN_REVERSION]",
                "trend-stop-atr | 0    | parameter 'trend-stop-atr': the trend stop is above 0, not 0.0"
            })
    void says_what_is_wrong_with_a_value(String key, String value, String message) {
        assertThatThrownBy(() -> usual.with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void names_the_keys_there_are() {
        assertThatThrownBy(() -> usual.with("regresion-period", "20"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown parameter 'regresion-period': one of modes, warm-up-bars, ")
                .hasMessageContaining("regression-period");
    }

    private static String other(Object value) {
        return switch (value) {
            case Integer number -> Integer.toString(number + 1);
            case Double number -> Double.toString(number * 0.5);
            case Boolean truth -> Boolean.toString(!truth);
            default -> Modes.TREND.name();
        };
    }
}
