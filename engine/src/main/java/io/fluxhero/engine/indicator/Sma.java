package io.fluxhero.engine.indicator;

/**
 * Simple moving average: the mean of the last {@code period} values, known from the {@code period}-th on. The running
 * sum is of distances from a value of the window, so that equal values have exactly that mean; it is taken anew every
 * {@value #SEGMENT} values, counted from the first, and whenever what left the window was so large that its rounding
 * would show.
 */
public final class Sma {

    /** Values between two fresh sums, a power of two. */
    static final int SEGMENT = 128;

    /** A running sum is trusted while all distances that went through it are below so many means. */
    private static final double TRUST = 100;

    private final int period;
    private final double share;
    private final Tail tail;
    private int seen;
    private double anchor;
    private double sum;
    private double gone;
    private double value = Double.NaN;

    public Sma(int period) {
        this.period = Tail.checked(period);
        this.share = 1.0 / period;
        this.tail = new Tail(period + 1);
    }

    /** Takes the next value. */
    public void update(double x) {
        update(tail.values(), tail.append(x));
    }

    /** The mean, or {@code NaN} while fewer than {@code period} values were seen. */
    public double value() {
        return value;
    }

    private void update(double[] x, int at) {
        int bar = seen++;
        if (bar < period - 1) {
            return;
        }
        if (bar == period - 1 || (bar & (SEGMENT - 1)) == 0) {
            seed(x, at);
            return;
        }
        double in = x[at] - anchor;
        sum += in - (x[at - period] - anchor);
        gone += Math.abs(in);
        value = anchor + sum * share;
        if (!(gone <= TRUST * Math.abs(value))) {
            seed(x, at);
        }
    }

    private void seed(double[] x, int at) {
        anchor = x[at];
        sum = 0;
        gone = 0;
        for (int i = at - period + 1; i <= at; i++) {
            sum += x[i] - anchor;
            gone += Math.abs(x[i] - anchor);
        }
        value = anchor + sum * share;
    }
}
