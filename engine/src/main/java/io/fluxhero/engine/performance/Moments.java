package io.fluxhero.engine.performance;

/**
 * Mean and central moments of a series, in two passes; {@code NaN} where the series is too short.
 *
 * @param second mean square of the differences from the mean: the population variance
 * @param third mean of their cubes
 * @param fourth mean of their fourth powers
 */
public record Moments(int count, double mean, double second, double third, double fourth) {

    /** Deviations below this are rounding, not risk. */
    public static final double FLAT = 1e-15;

    /** Of these values; {@code second} to {@code fourth} are population moments, divided by n. */
    public static Moments of(double[] values) {
        return of(values, values.length);
    }

    /**
     * Of values most of which may be 0; these are not looked at one by one.
     *
     * @param values in their order, some or all of the zeros left out
     * @param n number of values with all zeros
     */
    static Moments of(double[] values, int n) {
        double mean = sum(values) / n;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int others = 0;
        for (double value : values) {
            if (value != 0) {
                double difference = value - mean;
                double square = difference * difference;
                second += square;
                third += square * difference;
                fourth += square * square;
                others++;
            }
        }
        double zeros = n - others;
        double square = mean * mean;
        return new Moments(
                n,
                mean,
                (second + zeros * square) / n,
                (third - zeros * square * mean) / n,
                (fourth + zeros * square * square) / n);
    }

    /** Sum over n; {@code NaN} of nothing. */
    public static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : sum(values) / values.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            if (value != 0) {
                sum += value;
            }
        }
        return sum;
    }

    /** Deviation over n - 1; undefined below two values. */
    public double sampleDeviation() {
        return count < 2 ? Double.NaN : Math.sqrt(second * count / (count - 1));
    }

    /** Skewness {@code m3 / m2^1.5}; undefined below three values or without variance. */
    public double skewness() {
        return count < 3 || isFlat() ? Double.NaN : third / (second * Math.sqrt(second));
    }

    /** Kurtosis {@code m4 / m2²}, 3 for a normal distribution; undefined below four values or without variance. */
    public double kurtosis() {
        return count < 4 || isFlat() ? Double.NaN : fourth / (second * second);
    }

    /** Deviation over n. */
    public double populationDeviation() {
        return Math.sqrt(second);
    }

    /** Whether nothing varied beyond rounding, or nothing is known. */
    public boolean isFlat() {
        return !(populationDeviation() >= FLAT);
    }
}
