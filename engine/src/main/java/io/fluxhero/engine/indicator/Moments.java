package io.fluxhero.engine.indicator;

/**
 * Mean, variation and covariation of the newest {@code period} values against 0, 1, 2, ..., from three running sums
 * that bands and regression share. With {@code d} the distance of a value from a value of the window: the sums of
 * {@code d}, of {@code d²} and of {@code k·d}. They are taken anew every {@link Sma#SEGMENT} values, counted from the
 * first, so that rounding does not depend on how the series is cut, and whenever the variation sinks so low that
 * rounding would show: a flat window has exactly no variation.
 */
final class Moments {

    /** Sums are trusted while the variation is above this share of all squares that went through them. */
    private static final double TRUST = 1e-4;

    private final int period;
    private final double share;
    private final double middle;
    private int seen;
    private double anchor;
    private double sum;
    private double squares;
    private double products;
    private double gone;

    Moments(int period) {
        this.period = Tail.checked(period);
        this.share = 1.0 / period;
        this.middle = (period - 1) / 2.0;
    }

    /**
     * Where the results go.
     *
     * @param mean of the window
     * @param variation sum of squared distances from the mean
     * @param covariation sum of products of the distances of place and value from their means
     */
    record Results(double[] mean, double[] variation, double[] covariation) {
        private void unknown(int at) {
            mean[at] = Double.NaN;
            variation[at] = Double.NaN;
            covariation[at] = Double.NaN;
        }
    }

    /** Takes the values from index {@code from} to before {@code to}, those before them being known. */
    void update(double[] x, int from, int to, Results out) {
        int i = from;
        for (; i < to && seen < period - 1; i++, seen++) {
            out.unknown(i);
        }
        while (i < to) {
            int left = Sma.SEGMENT - (seen & Sma.SEGMENT - 1);
            boolean fresh = left == Sma.SEGMENT || seen == period - 1;
            i = fresh ? seed(x, i, out) : roll(x, i, StrictMath.min(to, i + left), out);
        }
    }

    private int roll(double[] x, int from, int to, Results out) {
        double[] mean = out.mean();
        double[] variation = out.variation();
        double[] covariation = out.covariation();
        double origin = anchor;
        double first = sum;
        double second = squares;
        double mixed = products;
        double through = gone;
        int i = from;
        for (; i < to; i++) {
            double in = x[i] - origin;
            double old = x[i - period] - origin;
            mixed += (period - 1) * in - (first - old);
            first += in - old;
            second += in * in - old * old;
            through += in * in;
            double shift = first * share;
            double rest = second - first * shift;
            if (!(rest > TRUST * through)) {
                break;
            }
            mean[i] = origin + shift;
            variation[i] = rest;
            covariation[i] = mixed - middle * first;
        }
        sum = first;
        squares = second;
        products = mixed;
        gone = through;
        seen += i - from;
        return i < to ? seed(x, i, out) : i;
    }

    private int seed(double[] x, int at, Results out) {
        anchor = x[at];
        sum = 0;
        squares = 0;
        products = 0;
        int first = at - period + 1;
        for (int k = 0; k < period; k++) {
            double d = x[first + k] - anchor;
            sum += d;
            squares += d * d;
            products += k * d;
        }
        gone = squares;
        double shift = sum * share;
        out.mean()[at] = anchor + shift;
        out.variation()[at] = StrictMath.max(0, squares - sum * shift);
        out.covariation()[at] = products - middle * sum;
        seen++;
        return at + 1;
    }
}
