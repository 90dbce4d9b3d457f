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
        StrategyConfig usual = StrategyConfig.defaults();
        return new StrategyConfig(
                settings.modes(),
                settings.warmUpBars(),
                settings.allowShort(),
                settings.regressionPeriod(),
                usual.entryBandAtr(),
                usual.exitBandAtr(),
                usual.trendStopAtr(),
                usual.meanReversionStopRatio(),
                usual.rsiOversold(),
                usual.rsiOverbought());
    }
}
