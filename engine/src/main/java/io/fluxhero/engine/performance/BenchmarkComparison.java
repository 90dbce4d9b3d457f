package io.fluxhero.engine.performance;

/**
 * A run beside another that it could have been, bar by bar; mostly buying and holding. {@code NaN} is undefined.
 *
 * @param excessReturn mean return above the risk-free rate, annualised
 * @param benchmarkExcessReturn the same of the benchmark
 * @param beta {@code cov(s, b) / var(b)}, population. Sharpe, Capital asset prices (1964)
 * @param rSquared squared Pearson correlation of the two
 * @param activeReturn mean return above that of the benchmark, annualised
 * @param informationRatio active return over tracking error. Grinold and Kahn, Active Portfolio Management (2nd ed.
 *     1999), ch. 5
 * @param trackingError population deviation of the active returns, annualised
 */
public record BenchmarkComparison(
        double excessReturn,
        double benchmarkExcessReturn,
        double beta,
        double rSquared,
        double activeReturn,
        double informationRatio,
        double trackingError) {

    /**
     * Of returns of the same bars.
     *
     * @param riskFree annual
     * @throws IllegalArgumentException where the lengths differ
     */
    public static BenchmarkComparison of(
            double[] strategy, double[] benchmark, double riskFree, double periodsPerYear) {
        if (strategy.length != benchmark.length) {
            throw new IllegalArgumentException(strategy.length + " returns beside " + benchmark.length);
        }
        Moments ours = Moments.of(strategy);
        Moments theirs = Moments.of(benchmark);
        double covariance = covariance(strategy, benchmark, ours.mean(), theirs.mean());
        double beta = theirs.isFlat() ? Double.NaN : covariance / theirs.second();
        boolean related = !theirs.isFlat() && !ours.isFlat();
        Moments active = Moments.of(difference(strategy, benchmark));
        double trackingError = active.populationDeviation() * Math.sqrt(periodsPerYear);
        double activeReturn = active.mean() * periodsPerYear;
        return new BenchmarkComparison(
                ours.mean() * periodsPerYear - riskFree,
                theirs.mean() * periodsPerYear - riskFree,
                beta,
                related ? covariance * covariance / (ours.second() * theirs.second()) : Double.NaN,
                activeReturn,
                active.isFlat() ? Double.NaN : activeReturn / trackingError,
                trackingError);
    }

    /**
     * Jensen's alpha a year: what is left of the excess return after beta times that of the benchmark. Jensen, The
     * performance of mutual funds (1968).
     */
    public double alpha() {
        return alphaAt(beta);
    }

    /** Alpha where beta is taken to be something else, as against a benchmark that never moves. */
    public double alphaAt(double otherBeta) {
        return excessReturn - otherBeta * benchmarkExcessReturn;
    }

    /** Equity of buying at the first close for all capital, fractions of shares included, and holding. */
    public static double[] buyAndHold(double initialEquity, double[] closes) {
        double[] equity = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            equity[i] = initialEquity * closes[i] / closes[0];
        }
        return equity;
    }

    private static double covariance(double[] a, double[] b, double meanA, double meanB) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
