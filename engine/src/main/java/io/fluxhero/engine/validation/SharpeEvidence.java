package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.Moments;

/**
 * What a track record says about the Sharpe ratio behind it. All ratios are per bar, not annualised, and without a
 * risk-free rate: subtract it from the returns where one is wanted. {@code NaN} is undefined.
 *
 * @param observations number of returns, T
 * @param sharpe mean over sample deviation
 * @param skewness population
 * @param kurtosis population, 3 for a normal distribution
 */
public record SharpeEvidence(int observations, double sharpe, double skewness, double kurtosis) {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    /** Of these returns, less a risk-free return per bar. */
    public static SharpeEvidence of(double[] returns, double riskFreePerBar) {
        return of(Moments.of(returns), riskFreePerBar);
    }

    /** Of returns with these moments, less a risk-free return per bar. */
    static SharpeEvidence of(Moments moments, double riskFreePerBar) {
        double ratio = moments.isFlat() ? Double.NaN : (moments.mean() - riskFreePerBar) / moments.sampleDeviation();
        return new SharpeEvidence(moments.count(), ratio, moments.skewness(), moments.kurtosis());
    }

    /**
     * Variance of the estimated ratio: {@code (1 - g3 SR + (g4 - 1) / 4 SR²) / (T - 1)}. Mertens (2002), as in Bailey and
     * Lopez de Prado (2012), eq. 8.
     */
    public double variance() {
        return spread() / (observations - 1);
    }

    private double spread() {
        return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    }

    /**
     * Probabilistic Sharpe ratio: the probability that the true ratio is above a benchmark,
     * {@code Z((SR - SR*) sqrt(T - 1) / sqrt(1 - g3 SR + (g4 - 1) / 4 SR²))}. Bailey and Lopez de Prado, The Sharpe ratio
     * efficient frontier (2012), eq. 11.
     */
    public double probabilityAbove(double benchmark) {
        return observations < 2
                ? Double.NaN
                : NormalDistribution.cumulative((sharpe - benchmark) / StrictMath.sqrt(variance()));
    }

    /**
     * Expected best ratio of so many trials none of which has any skill:
     * {@code sqrt(V) ((1 - g) Zinv(1 - 1/N) + g Zinv(1 - 1/(N e)))} with g the Euler-Mascheroni constant. Bailey and Lopez
     * de Prado, The deflated Sharpe ratio (2014), eq. 1. 0 for a single trial.
     *
     * @param variance of the ratios of the trials
     */
    public static double expectedBest(int trials, double variance) {
        if (trials < 2) {
            return 0;
        }
        double first = NormalDistribution.quantile(1 - 1.0 / trials);
        double second = NormalDistribution.quantile(1 - 1 / (trials * StrictMath.E));
        return StrictMath.sqrt(variance) * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
    }

    /**
     * Deflated Sharpe ratio: {@link #probabilityAbove} the best that luck alone would have shown. Bailey and Lopez de Prado
     * (2014), eq. 2.
     *
     * @param trials independent trials of which this is the best
     * @param variance of the ratios of the trials, per bar
     */
    public double deflated(int trials, double variance) {
        return probabilityAbove(expectedBest(trials, variance));
    }

    /**
     * Minimum track record length: returns needed to believe, with this confidence, that the true ratio is above a
     * benchmark, {@code 1 + (1 - g3 SR + (g4 - 1) / 4 SR²) (Z_a / (SR - SR*))²}. Bailey and Lopez de Prado (2012), eq. 13.
     * Infinite where the ratio is not above the benchmark.
     */
    public double minimumTrackRecord(double benchmark, double confidence) {
        if (Double.isNaN(sharpe)) {
            return Double.NaN;
        }
        if (sharpe <= benchmark) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = NormalDistribution.quantile(confidence) / (sharpe - benchmark);
        return 1 + spread() * ratio * ratio;
    }
}
