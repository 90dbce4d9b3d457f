package io.fluxhero.engine.indicator;

/**
 * Relative strength index, Wilder (1978): {@code 100 - 100 / (1 + gain / loss)} over smoothed gains and losses. Without
 * losses 100; without any movement 50, so that a halted stock is never overbought. Known after {@code period} changes.
 */
public final class Rsi {

    private static final double FULL = 100;
    /** Too small to be seen beside a movement, and enough to make 50 of none. */
    private static final double STILL = 1e-300;

    private final Smoothing gains;
    private final Smoothing losses;
    private double previous = Double.NaN;
    private boolean started;

    public Rsi(int period) {
        this.gains = Smoothing.wilder(period);
        this.losses = Smoothing.wilder(period);
    }

    /** Takes the next value. */
    public void update(double x) {
        if (started) {
            double change = x - previous;
            gains.update(rise(change));
            losses.update(rise(-change));
        }
        started = true;
        previous = x;
    }

    /** 0 to 100, or {@code NaN} while fewer than {@code period} changes were seen. */
    public double value() {
        return index(gains.value(), losses.value());
    }

    /** Takes the values from index {@code from} to before {@code to} and writes the indices. */
    void update(double[] x, int from, int to, double[] out) {
        int i = from;
        for (; i < to && !gains.isSeeded(); i++) {
            update(x[i]);
            out[i] = value();
        }
        double weight = gains.weight();
        double gain = gains.value();
        double loss = losses.value();
        double last = previous;
        for (; i < to; i++) {
            double change = x[i] - last;
            last = x[i];
            gain = Smoothing.step(weight, gain, rise(change));
            loss = Smoothing.step(weight, loss, rise(-change));
            out[i] = index(gain, loss);
        }
        gains.moveTo(gain);
        losses.moveTo(loss);
        previous = last;
    }

    /** The change where it is one upwards, else 0, without a branch. */
    private static double rise(double change) {
        return (change + Math.abs(change)) * 0.5;
    }

    private static double index(double gain, double loss) {
        return FULL * ((gain + STILL * 0.5) / (gain + loss + STILL));
    }
}
