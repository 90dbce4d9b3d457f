package io.fluxhero.engine.indicator;

/**
 * Exponential moving average with weight {@code 2 / (period + 1)}, seeded with the mean of the first {@code period}
 * values as TA-Lib does.
 */
public final class Ema {

    private final Smoothing smoothing;

    public Ema(int period) {
        this.smoothing = new Smoothing(Tail.checked(period), 2.0 / (period + 1));
    }

    /** Takes the next value. */
    public void update(double x) {
        smoothing.update(x);
    }

    /** The average, or {@code NaN} while fewer than {@code period} values were seen. */
    public double value() {
        return smoothing.value();
    }

    Smoothing smoothing() {
        return smoothing;
    }
}
