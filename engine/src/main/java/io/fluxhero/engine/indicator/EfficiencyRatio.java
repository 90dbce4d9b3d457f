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
        update(tail.values(), tail.append(x));
    }

    /** 0 to 1; {@code NaN} while fewer than {@code period + 1} values were seen. */
    public double value() {
        return value;
    }

    /** Takes the value at an index, those before it being known. */
    void update(double[] x, int at) {
        int bar = seen++;
        if (bar < period) {
            return;
        }
        if (bar == period || (bar & (Sma.SEGMENT - 1)) == 0) {
            seed(x, at);
            return;
        }
        double step = Math.abs(x[at] - x[at - 1]);
        double old = x[at - period];
        path += step - Math.abs(old - x[at - period - 1]);
        gone += step;
        if (path > TRUST * gone) {
            value = Math.min(1, Math.abs(x[at] - old) / path);
        } else {
            seed(x, at);
        }
    }

    /**
     * Takes the values from index {@code from} to before {@code to}, those before them being known, and writes the ratios,
     * each {@code shift} places further on.
     *
     * @param scratch as long as {@code out}
     */
    void update(double[] x, int from, int to, double[] out, double[] scratch, int shift) {
        int i = from;
        while (i < to) {
            int next = seen <= period ? i + 1 : StrictMath.min(to, i + 1 + (~seen & (Sma.SEGMENT - 1)));
            step(x, i, i + 1, out, shift);
            if (!roll(x, i + 1, next, out, scratch, shift)) {
                step(x, i + 1, next, out, shift);
            }
            i = next;
        }
    }

    private void step(double[] x, int from, int to, double[] out, int shift) {
        for (int i = from; i < to; i++) {
            update(x, i);
            out[i + shift] = value;
        }
    }

    /**
     * The same steps as one by one, with the state at hand and without a branch. False, and nothing taken, where a fresh sum
     * is needed: the sign of a difference tells, and a sum that is no number stays none.
     */
    private boolean roll(double[] x, int from, int to, double[] paths, double[] moves, int shift) {
        double running = path;
        double through = gone;
        long trusted = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            double step = Math.abs(x[i] - x[i - 1]);
            running += step - Math.abs(x[i - period] - x[i - period - 1]);
            through += step;
            paths[i + shift] = running;
            moves[i + shift] = Math.abs(x[i] - x[i - period]);
            trusted &= Double.doubleToRawLongBits(TRUST * through - running);
        }
        if (trusted == 0 || Double.isNaN(running)) {
            return false;
        }
        // Both columns begin at the same place, so that several ratios are taken at a time.
        for (int i = from + shift; i < to + shift; i++) {
            paths[i] = Math.min(1, moves[i] / paths[i]);
        }
        path = running;
        gone = through;
        seen += to - from;
        value = to > from ? paths[to - 1 + shift] : value;
        return true;
    }

    private void seed(double[] x, int at) {
        path = 0;
        for (int i = at - period + 1; i <= at; i++) {
            path += Math.abs(x[i] - x[i - 1]);
        }
        gone = path;
        value = path == 0 ? 0 : Math.min(1, Math.abs(x[at] - x[at - period]) / path);
    }
}
