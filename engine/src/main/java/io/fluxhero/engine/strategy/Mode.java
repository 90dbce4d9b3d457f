package io.fluxhero.engine.strategy;

/** The part of the dual-mode strategy that speaks. */
public enum Mode {
    TREND,
    MEAN_REVERSION,
    NEUTRAL
}
