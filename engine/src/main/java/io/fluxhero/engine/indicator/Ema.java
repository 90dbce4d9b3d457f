package io.fluxhero.engine.indicator;

/**
 * Exponential moving average with weight {@code 2 / (period + 1)}, seeded with the mean of the first {@code period}
 * values as TA-Lib does.
 */
public final class Ema {

    private final int period;
    private final double weight;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    public Ema(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a period is at least 1, not " + period);
        }
        this.period = period;
        this.weight = 2.0 / (period + 1);
    }

    /** Takes the next value. */
    public void update(double x) {
        if (seen >= period) {
            value += weight * (x - value);
            return;
        }
        seen++;
        seedSum += x;
        if (seen == period) {
            value = seedSum / period;
        }
    }

    /** The average, or {@code NaN} while fewer than {@code period} values were seen. */
    public double value() {
        return value;
    }
}
