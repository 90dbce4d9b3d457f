package io.fluxhero.signal.config;

import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Settings of this service. */
@ConfigMapping(prefix = "fluxhero.signal")
interface SignalSettings {

    /** Which parts of the strategy speak. */
    @WithDefault("DUAL")
    Modes modes();

    /** Bars that are only watched, counted from the first one of the history. */
    @WithDefault("60")
    int warmUpBars();

    /** Whether short entries are signalled. */
    @WithDefault("false")
    boolean allowShort();

    /** Closes in the regression that tells trends from ranges. */
    @WithDefault("50")
    int regressionPeriod();

    /** Any other parameter of the strategy by its key: {@code fluxhero.signal.parameters.gap-rule=off}. */
    Map<String, String> parameters();
}
