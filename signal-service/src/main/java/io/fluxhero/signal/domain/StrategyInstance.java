package io.fluxhero.signal.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;

/** One strategy at work, and the last bar that it took. */
public final class StrategyInstance {

    private final DualMode strategy;
    private long lastBar;

    StrategyInstance(DualMode strategy, long lastBar) {
        this.strategy = strategy;
        this.lastBar = lastBar;
    }

    /** Whether this bar was decided before, or comes too late to be decided. */
    public boolean isPast(Candle candle) {
        return candle.openTime() <= lastBar;
    }

    /** Takes the next bar. */
    public BarOutcome onCandle(Candle candle) {
        BarOutcome outcome = strategy.onCandle(candle);
        lastBar = candle.openTime();
        return outcome;
    }
}
