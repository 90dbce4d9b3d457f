package io.fluxhero.engine.indicator;

/** Bollinger's bands: the mean of {@code period} values and {@code width} population deviations to either side. */
public final class BollingerBands {

    private final Moments moments;
    private final int period;
    private final double width;
    private final Tail tail;

    public BollingerBands(int period, double width) {
        this.moments = new Moments(period);
        this.period = period;
        this.width = width;
        this.tail = new Tail(period + 1);
    }

    /** Takes the next value. */
    public void update(double x) {
        int at = tail.append(x);
        moments.update(tail.values(), at);
    }

    /** {@code NaN} while fewer than {@code period} values were seen, like the other two. */
    public double upper() {
        return moments.mean() + reach(width, 1.0 / period, moments.variation());
    }

    /** The mean. */
    public double middle() {
        return moments.mean();
    }

    /** The mean less the width. */
    public double lower() {
        return moments.mean() - reach(width, 1.0 / period, moments.variation());
    }

    /**
     * Half the distance of the bands.
     *
     * @param share one over the period
     * @param variation sum of squared distances from the mean
     */
    static double reach(double width, double share, double variation) {
        return width * Math.sqrt(variation * share);
    }
}
