package io.fluxhero.signal.config;

import io.fluxhero.engine.strategy.StrategyConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.TreeMap;

@Dependent
class StrategyParameters {

    private final SignalSettings settings;

    StrategyParameters(SignalSettings settings) {
        this.settings = settings;
    }

    @Produces
    StrategyConfig config() {
        return StrategyConfig.defaults()
                .withModes(settings.modes())
                .withWarmUpBars(settings.warmUpBars())
                .withAllowShort(settings.allowShort())
                .withRegressionPeriod(settings.regressionPeriod())
                .with(byKey(settings.parameters()));
    }

    /** The name of an environment variable does not tell a hyphen from a dot: {@code ..._PARAMETERS_GAP_RULE}. */
    private static Map<String, String> byKey(Map<String, String> parameters) {
        Map<String, String> byKey = new TreeMap<>();
        parameters.forEach((key, value) -> byKey.put(key.replace('.', '-'), value));
        return byKey;
    }
}
