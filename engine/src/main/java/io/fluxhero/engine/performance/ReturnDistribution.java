package io.fluxhero.engine.performance;

import java.util.Arrays;

/**
 * The shape of the returns of a run. Returns are fractions per bar; {@code NaN} is undefined. Formulas: domain
 * specification g.6.
 *
 * @param periods number of returns
 * @param mean per bar
 * @param deviation sample deviation per bar
 * @param annualVolatility deviation times the root of the periods per year
 * @param skewness population skewness; see {@link #skewness}
 * @param excessKurtosis population kurtosis less 3; see {@link #excessKurtosis}
 * @param valueAtRisk95 see {@link #valueAtRisk}
 * @param conditionalValueAtRisk95 see {@link #conditionalValueAtRisk}
 * @param tailRatio see {@link #tailRatio}
 * @param omega see {@link #omega}, with a threshold of 0
 * @param positiveRatio fraction of the returns above 0
 */
public record ReturnDistribution(
        int periods,
        double mean,
        double deviation,
        double annualVolatility,
        double skewness,
        double excessKurtosis,
        double valueAtRisk95,
        double conditionalValueAtRisk95,
        double tailRatio,
        double omega,
        double best,
        double worst,
        double positiveRatio) {

    private static final double CONFIDENCE = 0.95;
    private static final double NORMAL_KURTOSIS = 3;
    private static final int FEWEST_FOR_TAILS = 20;

    /** {@code (1 - 0.95) * 20} is a little above 1 in binary, other products a little below a whole number. */
    private static final double INDEX_SLACK = 1e-9;

    /** Of these returns. */
    public static ReturnDistribution of(double[] returns, double periodsPerYear) {
        Moments moments = Moments.of(returns);
        return new ReturnDistribution(
                returns.length,
                moments.mean(),
                moments.sampleDeviation(),
                moments.sampleDeviation() * Math.sqrt(periodsPerYear),
                moments.skewness(),
                moments.kurtosis() - NORMAL_KURTOSIS,
                valueAtRisk(returns, CONFIDENCE),
                conditionalValueAtRisk(returns, CONFIDENCE),
                tailRatio(returns),
                omega(returns, 0),
                Arrays.stream(returns).max().orElse(Double.NaN),
                Arrays.stream(returns).min().orElse(Double.NaN),
                returns.length == 0
                        ? Double.NaN
                        : Arrays.stream(returns).filter(value -> value > 0).count() / (double) returns.length);
    }

    /**
     * Historical value at risk: the sorted return at index {@code floor((1 - c) n)}, mostly negative. Jorion, Value at
     * Risk (3rd ed. 2006), ch. 5. Undefined below two returns.
     *
     * @param confidence c, for example 0.95
     */
    public static double valueAtRisk(double[] returns, double confidence) {
        return returns.length < 2 ? Double.NaN : sortedAt(returns, 1 - confidence);
    }

    /**
     * Expected shortfall: mean of the returns at or below {@link #valueAtRisk}. Rockafellar and Uryasev, Optimization of
     * conditional value-at-risk (2000).
     */
    public static double conditionalValueAtRisk(double[] returns, double confidence) {
        double bound = valueAtRisk(returns, confidence);
        return Arrays.stream(returns).filter(value -> value <= bound).average().orElse(Double.NaN);
    }

    /** Population skewness {@code m3 / m2^1.5}, Fisher (1930); undefined below three returns or without variance. */
    public static double skewness(double[] returns) {
        return Moments.of(returns).skewness();
    }

    /** Population excess kurtosis {@code m4 / m2² - 3}, Fisher (1930); undefined below four returns or without variance. */
    public static double excessKurtosis(double[] returns) {
        return Moments.of(returns).kurtosis() - NORMAL_KURTOSIS;
    }

    /**
     * How far the good tail reaches against the bad one: absolute sorted return at {@code floor(0.95 n)} over that at
     * {@code floor(0.05 n)} (as in Quantopian's empyrical, there with interpolation). Undefined below 20 returns.
     */
    public static double tailRatio(double[] returns) {
        if (returns.length < FEWEST_FOR_TAILS) {
            return Double.NaN;
        }
        double bad = Math.abs(sortedAt(returns, 1 - CONFIDENCE));
        return bad == 0 ? Double.NaN : Math.abs(sortedAt(returns, CONFIDENCE)) / bad;
    }

    /**
     * Gains above a threshold over losses below it, {@code sum max(r - t, 0) / sum max(t - r, 0)}. Keating and Shadwick,
     * A universal performance measure (2002). Undefined where nothing fell short.
     *
     * @param threshold return per bar
     */
    public static double omega(double[] returns, double threshold) {
        double above = 0;
        double below = 0;
        for (double value : returns) {
            above += Math.max(value - threshold, 0);
            below += Math.max(threshold - value, 0);
        }
        return below > 0 ? above / below : Double.NaN;
    }

    private static double sortedAt(double[] values, double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int index = (int) Math.floor(fraction * sorted.length + INDEX_SLACK);
        return sorted[Math.min(index, sorted.length - 1)];
    }
}
