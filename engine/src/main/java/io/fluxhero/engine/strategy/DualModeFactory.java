package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Timeframe;
import java.util.Map;

/** Makes the built-in strategy by name, as any other. */
public final class DualModeFactory implements StrategyFactory {

    @Override
    public String name() {
        return DualMode.NAME;
    }

    @Override
    public Strategy create(String symbol, Timeframe timeframe, Map<String, String> parameters) {
        return new DualMode(StrategyConfig.defaults().with(parameters), timeframe);
    }
}
