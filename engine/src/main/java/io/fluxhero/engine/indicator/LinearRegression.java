package io.fluxhero.engine.indicator;

/**
 * Least squares over the last {@code period} values against 0, 1, 2, ...: slope per bar and coefficient of
 * determination. A flat window has slope 0 and, with nothing to explain, determination 0.
 */
public final class LinearRegression {

    private final Moments moments;
    private final int period;
    private final Tail tail;
    private final double[] slopes;
    private final double[] determinations;
    private double slope = Double.NaN;
    private double rSquared = Double.NaN;

    public LinearRegression(int period) {
        this.moments = new Moments(checked(period));
        this.period = period;
        this.tail = new Tail(period + 1);
        this.slopes = new double[tail.values().length];
        this.determinations = new double[tail.values().length];
    }

    /** The period, where a line can be laid through so many values. */
    static int checked(int period) {
        if (period < 2) {
            throw new IllegalArgumentException("a line needs at least 2 values, not " + period);
        }
        return period;
    }

    /** Takes the next value. */
    public void update(double y) {
        int at = tail.append(y);
        moments.update(tail.values(), at, at + 1, new Moments.Results(tail.results(), determinations, slopes));
        fit(period, at, at + 1, slopes, determinations);
        slope = slopes[at];
        rSquared = determinations[at];
    }

    /**
     * Makes lines of moments in place: the covariation becomes the slope, the variation the determination.
     *
     * @param period over which the moments were taken
     */
    static void fit(int period, int from, int to, double[] slopes, double[] determinations) {
        double spread = period * ((double) period * period - 1) / 12;
        for (int i = from; i < to; i++) {
            double covariation = slopes[i];
            double explained = covariation * covariation / (spread * Math.max(determinations[i], Double.MIN_NORMAL));
            determinations[i] = Math.min(1, explained);
            slopes[i] = covariation / spread;
        }
    }

    /** Price units per bar; {@code NaN} while fewer than {@code period} values were seen. */
    public double slope() {
        return slope;
    }

    /** 0 to 1; {@code NaN} while fewer than {@code period} values were seen. */
    public double rSquared() {
        return rSquared;
    }
}
