package io.fluxhero.engine.indicator;

/**
 * Exponential average with the weight of {@link VolatilityAlpha}, seeded with the mean of the first {@code period}
 * values.
 */
public final class VolatilityAdaptiveEma {

    private static final int PERIOD = 20;

    private final int period;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    public VolatilityAdaptiveEma(int period) {
        this.period = Tail.checked(period);
    }

    /** With the usual seed of 20 values. */
    public static VolatilityAdaptiveEma usual() {
        return new VolatilityAdaptiveEma(PERIOD);
    }

    /** Takes the next value, with the ATR of its bar and the average of ATR, {@code NaN} while unknown. */
    public void update(double x, double atr, double averageAtr) {
        if (seen >= period) {
            value = Smoothing.step(VolatilityAlpha.of(atr, averageAtr), value, x);
            return;
        }
        seen++;
        seedSum += x;
        if (seen == period) {
            value = seedSum / period;
        }
    }

    /** Price units; {@code NaN} while fewer than {@code period} values were seen. */
    public double value() {
        return value;
    }
}
