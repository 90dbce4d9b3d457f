package io.fluxhero.engine.performance;

import java.util.Arrays;

/**
 * Figures of a window that moves along the returns; the value at an index is of the window that ends there and
 * {@code NaN} while there is none.
 *
 * @param window number of returns
 * @param sharpe see {@link EquityCurve#sharpe}
 * @param volatility sample deviation a year, fraction
 */
public record RollingFigures(int window, double[] sharpe, double[] volatility) {

    /**
     * Of these returns.
     *
     * @param riskFree annual
     */
    public static RollingFigures of(double[] returns, int window, double riskFree, double periodsPerYear) {
        if (window < 2) {
            throw new IllegalArgumentException("a window has at least 2 returns, not " + window);
        }
        double[] sharpe = new double[returns.length];
        double[] volatility = new double[returns.length];
        for (int end = 1; end <= returns.length; end++) {
            boolean full = end >= window;
            double[] part = full ? Arrays.copyOfRange(returns, end - window, end) : new double[0];
            sharpe[end - 1] = full ? EquityCurve.sharpe(part, riskFree, periodsPerYear) : Double.NaN;
            volatility[end - 1] = full ? Moments.of(part).sampleDeviation() * Math.sqrt(periodsPerYear) : Double.NaN;
        }
        return new RollingFigures(window, sharpe, volatility);
    }
}
