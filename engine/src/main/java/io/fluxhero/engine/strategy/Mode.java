package io.fluxhero.engine.strategy;

import io.fluxhero.engine.regime.Regime;

/** The part of the dual-mode strategy that speaks. */
public enum Mode {
    TREND,
    MEAN_REVERSION,
    NEUTRAL;

    /** The part that speaks in a regime. */
    public static Mode of(Regime regime) {
        return switch (regime) {
            case STRONG_TREND -> TREND;
            case MEAN_REVERSION -> MEAN_REVERSION;
            case NEUTRAL -> NEUTRAL;
        };
    }
}
