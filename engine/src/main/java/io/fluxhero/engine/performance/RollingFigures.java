package io.fluxhero.engine.performance;

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
        WindowMoments newest = new WindowMoments(returns, window);
        for (int i = 0; i < returns.length; i++) {
            boolean full = newest.takeNext();
            Moments moments = newest.moments();
            sharpe[i] = full ? EquityCurve.sharpe(moments, riskFree, periodsPerYear) : Double.NaN;
            volatility[i] = full ? moments.sampleDeviation() * Math.sqrt(periodsPerYear) : Double.NaN;
        }
        return new RollingFigures(window, sharpe, volatility);
    }
}
