package io.fluxhero.engine.indicator;

/**
 * Average true range, Wilder (1978). The seed is the mean of the true ranges of bars 1 to {@code period}: the first bar,
 * which has no close before it, is not used, as in TA-Lib. Known after {@code period + 1} bars.
 */
public final class Atr {

    private final Smoothing average;
    private double previousClose = Double.NaN;
    private boolean started;

    public Atr(int period) {
        this.average = Smoothing.wilder(period);
    }

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        if (started) {
            average.update(TrueRange.of(high, low, previousClose));
        }
        started = true;
        previousClose = close;
    }

    /** Price units, 0 or more; {@code NaN} while fewer than {@code period + 1} bars were seen. */
    public double value() {
        return average.value();
    }
}
