package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Timeframe;
import java.util.Map;

/**
 * Makes strategies of one kind. Implementations have a public constructor without parameters and are named in
 * {@code META-INF/services/io.fluxhero.engine.strategy.StrategyFactory}, where {@link java.util.ServiceLoader} finds
 * them.
 */
public interface StrategyFactory {

    /** Name by which the strategy is asked for; equals {@link Strategy#name()} of what it makes. */
    String name();

    /**
     * A new strategy, before its first bar.
     *
     * @param parameters what was set by {@code --set key=value}; absent keys have their defaults
     * @throws IllegalArgumentException naming the key and the keys there are, where a parameter is not understood
     */
    Strategy create(String symbol, Timeframe timeframe, Map<String, String> parameters);
}
