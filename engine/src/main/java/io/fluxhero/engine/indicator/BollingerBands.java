package io.fluxhero.engine.indicator;

/** Bollinger's bands: the mean of {@code period} values and {@code width} population deviations to either side. */
public final class BollingerBands {

    private final Moments moments;
    private final int period;
    private final double width;
    private final Tail tail;
    private final double[] uppers;
    private final double[] lowers;
    private double middle = Double.NaN;
    private double upper = Double.NaN;
    private double lower = Double.NaN;

    public BollingerBands(int period, double width) {
        this.moments = new Moments(period);
        this.period = period;
        this.width = width;
        this.tail = new Tail(period + 1);
        this.uppers = new double[tail.values().length];
        this.lowers = new double[tail.values().length];
    }

    /** Takes the next value. */
    public void update(double x) {
        int at = tail.append(x);
        moments.update(tail.values(), at, at + 1, new Moments.Results(tail.results(), uppers, lowers));
        spread(period, width, at, at + 1, new Moments.Results(tail.results(), uppers, lowers));
        middle = tail.results()[at];
        upper = uppers[at];
        lower = lowers[at];
    }

    /**
     * Makes bands of moments in place: the variation becomes the upper band, the covariation the lower one.
     *
     * @param period over which the moments were taken
     */
    static void spread(int period, double width, int from, int to, Moments.Results bands) {
        double[] means = bands.mean();
        double[] uppers = bands.variation();
        double[] lowers = bands.covariation();
        double share = 1.0 / period;
        for (int i = from; i < to; i++) {
            double reach = width * Math.sqrt(uppers[i] * share);
            uppers[i] = means[i] + reach;
            lowers[i] = means[i] - reach;
        }
    }

    /** {@code NaN} while fewer than {@code period} values were seen, like the other two. */
    public double upper() {
        return upper;
    }

    /** The mean. */
    public double middle() {
        return middle;
    }

    /** The mean less the width. */
    public double lower() {
        return lower;
    }
}
