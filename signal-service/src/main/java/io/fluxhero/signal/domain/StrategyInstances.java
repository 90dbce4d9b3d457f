package io.fluxhero.signal.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instances, made when their first bar comes. A new one takes all history before that bar silently, so that its
 * state is that of an instance which never stopped.
 */
public final class StrategyInstances {

    private final Map<StrategyKey, StrategyInstance> instances = new ConcurrentHashMap<>();
    private final StrategyConfig config;
    private final History history;
    private final LastBars lastBars;

    public StrategyInstances(StrategyConfig config, History history, LastBars lastBars) {
        this.config = config;
        this.history = history;
        this.lastBars = lastBars;
    }

    /** The instance that is to take {@code next}. */
    public StrategyInstance of(StrategyKey key, Candle next) {
        StrategyInstance known = instances.get(key);
        if (known != null) {
            return known;
        }
        StrategyInstance made = make(key, next.openTime());
        instances.put(key, made);
        return made;
    }

    /** Drops an instance whose bars were rolled back; it is made anew when the next bar comes. */
    public void forget(StrategyKey key) {
        instances.remove(key);
    }

    private StrategyInstance make(StrategyKey key, long next) {
        long decided = lastBars.of(key).orElse(Long.MIN_VALUE);
        DualMode strategy = new DualMode(config, key.timeframe());
        // A bar that was decided before is skipped, so the state that matters is the one after the last decided bar.
        long until = next > decided ? next : decided + 1;
        for (Candle candle : history.before(key, until)) {
            strategy.onCandle(candle);
        }
        return new StrategyInstance(strategy, decided);
    }
}
