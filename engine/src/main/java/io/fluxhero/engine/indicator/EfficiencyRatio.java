package io.fluxhero.engine.indicator;

/**
 * Kaufman's efficiency ratio: the net move over {@code period} changes, divided by the path walked. 1 is a straight
 * line, 0 goes nowhere; a path of length 0 goes nowhere. Known after {@code period} changes. The path is a running sum,
 * taken anew every {@link Sma#SEGMENT} values and whenever it has become so short that rounding would show.
 */
public final class EfficiencyRatio {

    /** The running path is trusted while it is above this share of all that went through it. */
    private static final double TRUST = 1e-4;

    private final int period;
    private final Tail tail;
    private int seen;
    private double path;
    private double gone;
    private double value = Double.NaN;

    public EfficiencyRatio(int period) {
        this.period = Tail.checked(period);
        this.tail = new Tail(period + 2);
    }

    /** Takes the next value. */
    public void update(double x) {
        int at = tail.append(x);
        update(tail.values(), at, at + 1, tail.results());
        value = tail.results()[at];
    }

    /** 0 to 1; {@code NaN} while fewer than {@code period + 1} values were seen. */
    public double value() {
        return value;
    }

    /** Takes the values from index {@code from} to before {@code to}, those before them being known, and writes the ratios. */
    void update(double[] x, int from, int to, double[] out) {
        int i = from;
        for (; i < to && seen < period; i++, seen++) {
            out[i] = Double.NaN;
        }
        while (i < to) {
            int left = Sma.SEGMENT - (seen & Sma.SEGMENT - 1);
            boolean fresh = left == Sma.SEGMENT || seen == period;
            i = fresh ? seed(x, i, out) : roll(x, i, StrictMath.min(to, i + left), out);
        }
    }

    private int roll(double[] x, int from, int to, double[] out) {
        double running = path;
        double through = gone;
        int i = from;
        for (; i < to; i++) {
            double step = Math.abs(x[i] - x[i - 1]);
            double old = x[i - period];
            running += step - Math.abs(old - x[i - period - 1]);
            through += step;
            if (!(running > TRUST * through)) {
                break;
            }
            out[i] = Math.min(1, Math.abs(x[i] - old) / running);
        }
        path = running;
        gone = through;
        seen += i - from;
        return i < to ? seed(x, i, out) : i;
    }

    private int seed(double[] x, int at, double[] out) {
        path = 0;
        for (int i = at - period + 1; i <= at; i++) {
            path += Math.abs(x[i] - x[i - 1]);
        }
        gone = path;
        out[at] = path == 0 ? 0 : Math.min(1, Math.abs(x[at] - x[at - period]) / path);
        seen++;
        return at + 1;
    }
}
