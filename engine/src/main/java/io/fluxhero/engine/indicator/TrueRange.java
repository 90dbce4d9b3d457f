package io.fluxhero.engine.indicator;

/** True range, Wilder (1978): the bar's range, widened to the close before it. The first bar has its own range only. */
public final class TrueRange {

    private double previousClose = Double.NaN;
    private boolean started;
    private double value = Double.NaN;

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        double range = high - low;
        if (started) {
            double up = StrictMath.abs(high - previousClose);
            double down = StrictMath.abs(low - previousClose);
            range = StrictMath.max(range, StrictMath.max(up, down));
        }
        value = range;
        started = true;
        previousClose = close;
    }

    /** Price units, 0 or more; {@code NaN} before the first bar. */
    public double value() {
        return value;
    }
}
