package io.fluxhero.engine.indicator;

/**
 * Relative strength index, Wilder (1978): {@code 100 - 100 / (1 + gain / loss)} over smoothed gains and losses. Without
 * losses 100; without any movement 50, so that a halted stock is never overbought. Known after {@code period} changes.
 */
public final class Rsi {

    private static final double NEUTRAL = 50;
    private static final double FULL = 100;

    private final WilderAverage gains;
    private final WilderAverage losses;
    private double previous = Double.NaN;
    private boolean started;

    public Rsi(int period) {
        this.gains = new WilderAverage(period);
        this.losses = new WilderAverage(period);
    }

    /** Takes the next value. */
    public void update(double x) {
        if (started) {
            double change = x - previous;
            gains.update(StrictMath.max(change, 0));
            losses.update(StrictMath.max(-change, 0));
        }
        started = true;
        previous = x;
    }

    /** 0 to 100, or {@code NaN} while fewer than {@code period} changes were seen. */
    public double value() {
        double gain = gains.value();
        double loss = losses.value();
        if (loss == 0) {
            return gain == 0 ? NEUTRAL : FULL;
        }
        return FULL - FULL / (1 + gain / loss);
    }
}
