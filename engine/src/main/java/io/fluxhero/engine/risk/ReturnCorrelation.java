package io.fluxhero.engine.risk;

import io.fluxhero.engine.regime.CorrelationMatrix;

/**
 * Correlation of the simple returns of two price series, as {@link CorrelationMatrix} takes it: 0 where there are fewer
 * than two returns, or where one of the two hardly moves.
 */
public final class ReturnCorrelation {

    private ReturnCorrelation() {}

    /** Of two series of equal length, oldest first, prices above 0. */
    public static double of(double[] prices, double[] others) {
        return of(prices, others, prices.length);
    }

    /** Of the first {@code count} prices of each. */
    static double of(double[] prices, double[] others, int count) {
        return CorrelationMatrix.correlation(returns(prices, count), returns(others, count));
    }

    private static double[] returns(double[] prices, int count) {
        double[] returns = new double[Math.max(0, count - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = prices[i + 1] / prices[i] - 1;
        }
        return returns;
    }
}
