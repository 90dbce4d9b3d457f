package io.fluxhero.engine.indicator;

/**
 * Least squares over the last {@code period} values against 0, 1, 2, ...: slope per bar and coefficient of
 * determination. A flat window has slope 0 and, with nothing to explain, determination 0.
 */
public final class LinearRegression {

    private final Window window;
    private final double meanX;
    private final double squaresX;
    private double slope = Double.NaN;
    private double rSquared = Double.NaN;

    public LinearRegression(int period) {
        if (period < 2) {
            throw new IllegalArgumentException("a line needs at least 2 values, not " + period);
        }
        this.window = new Window(period);
        this.meanX = (period - 1) / 2.0;
        this.squaresX = period * ((double) period * period - 1) / 12;
    }

    /** Takes the next value. */
    public void update(double y) {
        window.add(y);
        if (!window.isFull()) {
            return;
        }
        double meanY = window.mean();
        double products = 0;
        double squaresY = 0;
        for (int i = 0; i < window.size(); i++) {
            double dy = window.get(i) - meanY;
            products += (i - meanX) * dy;
            squaresY += dy * dy;
        }
        slope = products / squaresX;
        rSquared = squaresY == 0 ? 0 : StrictMath.min(1, products * products / (squaresX * squaresY));
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
