package io.fluxhero.engine.regime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** ATR against its own average: below 0.7 low, above 1.5 high. */
public enum Volatility {
    LOW,
    NORMAL,
    HIGH;

    /** Factor on a period while volatility is low. */
    public static final double LOW_FACTOR = 1.3;
    /** Factor on a period while volatility is high. */
    public static final double HIGH_FACTOR = 0.7;

    private static final double LOW_BELOW = 0.7;
    private static final double LOW_FOR_PERIODS_BELOW = 0.5;
    private static final int LEAST_PERIOD = 2;
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

    /** The state by which periods are adjusted: low only below half the average. */
    public static Volatility forPeriods(double atr, double average) {
        return of(atr, average, LOW_FOR_PERIODS_BELOW, HIGH_ABOVE);
    }

    /** A period fit for this volatility: shorter where it is high, longer where it is low. */
    public int adjustedPeriod(int base) {
        return adjustedPeriod(base, LOW_FACTOR, HIGH_FACTOR);
    }

    /** The same by other factors, of the decimal product, half rounded up, at least 2. */
    public int adjustedPeriod(int base, double lowFactor, double highFactor) {
        double factor = switch (this) {
            case LOW -> lowFactor;
            case NORMAL -> 1;
            case HIGH -> highFactor;
        };
        BigDecimal product = BigDecimal.valueOf(factor).multiply(BigDecimal.valueOf(base));
        return StrictMath.max(
                LEAST_PERIOD, product.setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
