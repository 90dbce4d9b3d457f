package io.fluxhero.engine.regime;

/** What kind of market it is, after confirmation. */
public enum Regime {
    MEAN_REVERSION,
    NEUTRAL,
    STRONG_TREND
}
