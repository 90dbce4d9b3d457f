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
    private double mean = Double.NaN;
    private double variation = Double.NaN;
    private double covariation = Double.NaN;

    Moments(int period) {
        this.period = Tail.checked(period);
        this.share = 1.0 / period;
        this.middle = (period - 1) / 2.0;
    }

    /** Takes the value at an index, those before it being known. */
    void update(double[] x, int at) {
        int bar = seen++;
        if (bar < period - 1) {
            return;
        }
        if (bar == period - 1 || (bar & (Sma.SEGMENT - 1)) == 0) {
            seed(x, at);
            return;
        }
        double in = x[at] - anchor;
        double old = x[at - period] - anchor;
        double change = in - old;
        products += Math.fma(period - 1, in, old - sum);
        sum += change;
        squares = Math.fma(change, in + old, squares);
        gone = Math.fma(in, in, gone);
        double shift = sum * share;
        mean = anchor + shift;
        variation = squares - sum * shift;
        covariation = products - middle * sum;
        if (!(variation > TRUST * gone)) {
            seed(x, at);
        }
    }

    /**
     * Takes the values from index {@code from} to before {@code to}, those before them being known, and writes the three
     * columns, each {@code shift} places further on.
     */
    void update(double[] x, int from, int to, double[] means, double[] variations, double[] covariations, int shift) {
        int i = from;
        while (i < to) {
            int next = seen < period ? i + 1 : StrictMath.min(to, i + 1 + (~seen & (Sma.SEGMENT - 1)));
            step(x, i, i + 1, means, variations, covariations, shift);
            if (!roll(x, i + 1, next, means, variations, covariations, shift)) {
                step(x, i + 1, next, means, variations, covariations, shift);
            }
            i = next;
        }
    }

    private void step(
            double[] x, int from, int to, double[] means, double[] variations, double[] covariations, int shift) {
        for (int i = from; i < to; i++) {
            update(x, i);
            means[i + shift] = mean;
            variations[i + shift] = variation;
            covariations[i + shift] = covariation;
        }
    }

    /**
     * The same steps as one by one, with the state at hand. False, and nothing taken, where fresh sums may be needed: all
     * that goes through is held against the smallest variation, so that no step has to be looked at.
     */
    private boolean roll(
            double[] x, int from, int to, double[] means, double[] variations, double[] covariations, int shift) {
        double origin = anchor;
        double last = period - 1;
        double first = sum;
        double second = squares;
        double mixed = products;
        double through = gone;
        for (int i = from; i < to; i++) {
            double in = x[i] - origin;
            double old = x[i - period] - origin;
            double change = in - old;
            mixed += Math.fma(last, in, old - first);
            first += change;
            second = Math.fma(change, in + old, second);
            through = Math.fma(in, in, through);
            means[i + shift] = first;
            variations[i + shift] = second;
            covariations[i + shift] = mixed;
        }
        if (!(finish(from + shift, to + shift, means, variations, covariations) > TRUST * through)) {
            return false;
        }
        sum = first;
        squares = second;
        products = mixed;
        gone = through;
        seen += to - from;
        return true;
    }

    /** Makes moments of the sums that stand in the columns, and gives the smallest variation. */
    private double finish(int from, int to, double[] means, double[] variations, double[] covariations) {
        double least = Double.MAX_VALUE;
        for (int i = from; i < to; i++) {
            double first = means[i];
            double distance = first * share;
            double rest = variations[i] - first * distance;
            covariations[i] -= middle * first;
            means[i] = anchor + distance;
            variations[i] = rest;
            least = Math.min(least, rest);
        }
        return least;
    }

    /** Both halves side by side; of an odd period the newest value is left over, whose distance is 0. */
    private void seed(double[] x, int at) {
        anchor = x[at];
        sum = 0;
        squares = 0;
        products = 0;
        int first = at - period + 1;
        int half = period / 2;
        double otherSum = 0;
        double otherSquares = 0;
        double otherProducts = 0;
        for (int k = 0; k < half; k++) {
            double d = x[first + k] - anchor;
            double other = x[first + half + k] - anchor;
            sum += d;
            otherSum += other;
            squares += d * d;
            otherSquares += other * other;
            products += k * d;
            otherProducts += (half + k) * other;
        }
        sum += otherSum;
        squares += otherSquares;
        products += otherProducts;
        gone = squares;
        double shift = sum * share;
        mean = anchor + shift;
        variation = StrictMath.max(0, squares - sum * shift);
        covariation = products - middle * sum;
    }

    /** Of the newest window; {@code NaN} while it is not full, like the other two. */
    double mean() {
        return mean;
    }

    /** Sum of squared distances from the mean. */
    double variation() {
        return variation;
    }

    /** Sum of products of the distances of place and value from their means. */
    double covariation() {
        return covariation;
    }
}
