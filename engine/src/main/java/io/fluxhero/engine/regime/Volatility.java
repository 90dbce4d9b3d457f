package io.fluxhero.engine.regime;

/** ATR against its own average: below 0.7 low, above 1.5 high. */
public enum Volatility {
    LOW,
    NORMAL,
    HIGH
}
