package io.fluxhero.engine.regime;

/** ATR against its own average: below 0.7 low, above 1.5 high. */
public enum Volatility {
    LOW,
    NORMAL,
    HIGH;

    private static final double LOW_BELOW = 0.7;
    private static final double HIGH_ABOVE = 1.5;

    /** The state by the usual bounds; unknown values and an average of 0 are normal. */
    public static Volatility of(double atr, double average) {
        return of(atr, average, LOW_BELOW, HIGH_ABOVE);
    }

    /** The state by other bounds, both strict. */
    public static Volatility of(double atr, double average, double lowBelow, double highAbove) {
        double ratio = average == 0 ? Double.NaN : atr / average;
        if (ratio < lowBelow) {
            return LOW;
        }
        return ratio > highAbove ? HIGH : NORMAL;
    }
}
