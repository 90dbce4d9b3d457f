package io.fluxhero.contracts.signal;

/** The part of the dual-mode strategy that speaks. */
public enum StrategyMode {
    /** Trend following, in a strong trend. */
    TREND,
    /** Mean reversion, in a range. */
    MEAN_REVERSION,
    /** Both must agree, between the two. */
    NEUTRAL
}
