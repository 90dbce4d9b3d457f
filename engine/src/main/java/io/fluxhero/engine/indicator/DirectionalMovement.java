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
            plus = larger(up, down);
            minus = larger(down, up);
        }
        started = true;
        previousHigh = high;
        previousLow = low;
    }

    /** {@code move} where it is above 0 and above {@code other}, else 0. No branch: which of them is larger is chance. */
    static double larger(double move, double other) {
        long isLarger = Double.doubleToRawLongBits(other - move) >> (Long.SIZE - 1);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(Rsi.rise(move)) & isLarger);
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
