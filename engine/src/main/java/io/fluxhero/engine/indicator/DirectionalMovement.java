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
            plus = up > down && up > 0 ? up : 0;
            minus = down > up && down > 0 ? down : 0;
        }
        started = true;
        previousHigh = high;
        previousLow = low;
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
