package io.fluxhero.engine.indicator;

/**
 * Least squares over the last {@code period} values against 0, 1, 2, ...: slope per bar and coefficient of
 * determination. A flat window has slope 0 and, with nothing to explain, determination 0.
 */
public final class LinearRegression {

    private final Moments moments;
    private final double spread;
    private final Tail tail;

    public LinearRegression(int period) {
        this.moments = new Moments(checked(period));
        this.spread = spread(period);
        this.tail = new Tail(period + 1);
    }

    /** The period, where a line can be laid through so many values. */
    static int checked(int period) {
        if (period < 2) {
            throw new IllegalArgumentException("a line needs at least 2 values, not " + period);
        }
        return period;
    }

    /** Sum of squared distances of 0, 1, 2, ... from their mean. */
    static double spread(int period) {
        return period * ((double) period * period - 1) / 12;
    }

    /** Takes the next value. */
    public void update(double y) {
        int at = tail.append(y);
        moments.update(tail.values(), at);
    }

    /** Price units per bar; {@code NaN} while fewer than {@code period} values were seen. */
    public double slope() {
        return moments.covariation() / spread;
    }

    /** 0 to 1; {@code NaN} while fewer than {@code period} values were seen. */
    public double rSquared() {
        return determination(spread, moments.covariation(), moments.variation());
    }

    /** Share of the variation that a line explains; 0 where there is none. */
    static double determination(double spread, double covariation, double variation) {
        return Math.min(1, covariation * covariation / (spread * Math.max(variation, Double.MIN_NORMAL)));
    }
}
