package io.fluxhero.engine.risk;

/**
 * Pearson's correlation of the simple returns of two price series. It is 0 where there are fewer than two returns, or
 * where one of the two hardly moves (deviation below 1e-10): two straight lines say nothing about one another.
 */
public final class ReturnCorrelation {

    private static final double FLAT = 1e-10;

    private ReturnCorrelation() {}

    /** Of two series of equal length, oldest first, prices above 0. */
    public static double of(double[] prices, double[] others) {
        return of(prices, others, prices.length);
    }

    /** Of the first {@code count} prices of each. */
    static double of(double[] prices, double[] others, int count) {
        int n = count - 1;
        if (n < 2) {
            return 0;
        }
        double meanA = meanReturn(prices, n);
        double meanB = meanReturn(others, n);
        double varianceA = 0;
        double varianceB = 0;
        double covariance = 0;
        for (int i = 1; i <= n; i++) {
            double a = prices[i] / prices[i - 1] - 1 - meanA;
            double b = others[i] / others[i - 1] - 1 - meanB;
            varianceA += a * a;
            varianceB += b * b;
            covariance += a * b;
        }
        double deviationA = Math.sqrt(varianceA / n);
        double deviationB = Math.sqrt(varianceB / n);
        if (deviationA < FLAT || deviationB < FLAT) {
            return 0;
        }
        return covariance / n / (deviationA * deviationB);
    }

    private static double meanReturn(double[] prices, int n) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += prices[i] / prices[i - 1] - 1;
        }
        return sum / n;
    }
}
