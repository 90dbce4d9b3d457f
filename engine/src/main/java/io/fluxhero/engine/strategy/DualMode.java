package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Candle;

/** The dual-mode strategy for one symbol and timeframe: indicators, regime, rules, one verdict per bar. */
public final class DualMode {

    /** Name under which its signals are known. */
    public static final String NAME = "dual-mode";

    public DualMode(StrategyConfig config) {
        throw new UnsupportedOperationException("skeleton");
    }

    /**
     * Takes the next complete bar.
     *
     * @throws IllegalArgumentException where the bar is not later than the one before
     */
    public BarOutcome onCandle(Candle candle) {
        throw new UnsupportedOperationException("skeleton");
    }
}
