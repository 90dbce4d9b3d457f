package io.fluxhero.signal.config;

import io.fluxhero.engine.strategy.StrategyConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

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
                .with(settings.parameters());
    }
}
