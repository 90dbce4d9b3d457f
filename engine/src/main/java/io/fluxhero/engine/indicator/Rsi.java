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
            losses.update(fall(change));
        }
        started = true;
        previous = x;
    }

    /** 0 to 100, or {@code NaN} while fewer than {@code period} changes were seen. */
    public double value() {
        return index(gains.value(), losses.value());
    }

    Smoothing gains() {
        return gains;
    }

    Smoothing losses() {
        return losses;
    }

    /** Continues after steps that were taken elsewhere. */
    void moveTo(double gain, double loss) {
        gains.moveTo(gain);
        losses.moveTo(loss);
    }

    /** The change where it is one upwards, else 0, without a branch. */
    static double rise(double change) {
        return (change + Math.abs(change)) * 0.5;
    }

    /** The change where it is one downwards, as a number above 0, else 0. */
    static double fall(double change) {
        return rise(change) - change;
    }

    /** The index of an average gain and an average loss. */
    static double index(double gain, double loss) {
        return FULL * ((gain + STILL * 0.5) / (gain + loss + STILL));
    }
}
