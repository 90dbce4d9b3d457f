package io.fluxhero.engine.indicator;

/** Directional movement, Wilder (1978): of the two moves outside the bar before, the larger one, and only that one. */
public final class DirectionalMovement {

    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;
    private double plus = Double.NaN;
    private double minus = Double.NaN;
    private boolean started;

    /** Takes the next bar. */
    public void update(double high, double low) {
        if (started) {
            double up = high - previousHigh;
            double down = previousLow - low;
            plus = plus(up, down);
            minus = minus(up, down);
        }
        started = true;
        previousHigh = high;
        previousLow = low;
    }

    /** {@code up} where it is above 0 and above {@code down}, else 0. No branch: which of them is larger is chance. */
    static double plus(double up, double down) {
        return where(-Double.doubleToRawLongBits(up - down), up);
    }

    /** {@code down} where it is above 0 and above {@code up}, else 0. */
    static double minus(double up, double down) {
        return where(Double.doubleToRawLongBits(up - down), down);
    }

    /** The move where it is above 0 and a number is below 0: its sign is all that is asked of a lead of one over the other. */
    private static double where(long lead, double move) {
        long bits = Double.doubleToRawLongBits(move);
        return Double.longBitsToDouble(bits & ~(bits >> (Long.SIZE - 1)) & lead >> (Long.SIZE - 1));
    }

    /** Upward movement, {@code NaN} at the first bar. */
    public double plus() {
        return plus;
    }

    /** Downward movement, {@code NaN} at the first bar. */
    public double minus() {
        return minus;
    }
}
