package io.fluxhero.engine.indicator;

/** True range, Wilder (1978): the bar's range, widened to the close before it. The first bar has its own range only. */
public final class TrueRange {

    private double previousClose = Double.NaN;
    private boolean started;
    private double value = Double.NaN;

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        value = started ? of(high, low, previousClose) : high - low;
        started = true;
        previousClose = close;
    }

    /** Of one bar: from the lower of its low and the close before to the higher of its high and that close. */
    static double of(double high, double low, double previousClose) {
        // A close outside the next bar is rare and so foreseen, where Math.max takes eight steps each time.
        double top = previousClose > high ? previousClose : high;
        double bottom = previousClose < low ? previousClose : low;
        return top - bottom;
    }

    /** Price units, 0 or more; {@code NaN} before the first bar. */
    public double value() {
        return value;
    }
}
