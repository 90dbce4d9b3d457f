package io.fluxhero.engine.regime;

/**
 * Pearson's correlation of the returns of several symbols, pair by pair over the times at which both are known. A
 * symbol is perfectly correlated with itself; one that does not move, or a pair with fewer than two common times, with
 * nothing.
 */
public final class CorrelationMatrix {

    /** An average above this says that everything moves together: risk-on, risk-off. */
    public static final double ALERT_ABOVE = 0.8;

    private static final double STILL = 1e-10;

    private final double[][] values;

    private CorrelationMatrix(double[][] values) {
        this.values = values;
    }

    /** @param returns one row per symbol, one column per time; {@code NaN} where a symbol has none */
    public static CorrelationMatrix of(double[][] returns) {
        int symbols = returns.length;
        double[][] values = new double[symbols][symbols];
        for (int i = 0; i < symbols; i++) {
            values[i][i] = 1;
            for (int j = 0; j < i; j++) {
                values[i][j] = correlation(returns[i], returns[j]);
                values[j][i] = values[i][j];
            }
        }
        return new CorrelationMatrix(values);
    }

    /** Correlation of two rows over the times at which both are known, -1 to 1. */
    public static double correlation(double[] one, double[] other) {
        int count = 0;
        double sumOne = 0;
        double sumOther = 0;
        for (int i = 0; i < one.length; i++) {
            if (isKnown(one[i], other[i])) {
                count++;
                sumOne += one[i];
                sumOther += other[i];
            }
        }
        return count < 2 ? 0 : correlation(one, other, sumOne / count, sumOther / count, count);
    }

    private static double correlation(double[] one, double[] other, double meanOne, double meanOther, int count) {
        double squaresOne = 0;
        double squaresOther = 0;
        double products = 0;
        for (int i = 0; i < one.length; i++) {
            if (isKnown(one[i], other[i])) {
                double x = one[i] - meanOne;
                double y = other[i] - meanOther;
                squaresOne += x * x;
                squaresOther += y * y;
                products += x * y;
            }
        }
        double deviationOne = StrictMath.sqrt(squaresOne / count);
        double deviationOther = StrictMath.sqrt(squaresOther / count);
        if (deviationOne < STILL || deviationOther < STILL) {
            return 0;
        }
        return StrictMath.max(-1, StrictMath.min(1, products / count / (deviationOne * deviationOther)));
    }

    private static boolean isKnown(double one, double other) {
        return !Double.isNaN(one + other);
    }

    /** Number of symbols. */
    public int size() {
        return values.length;
    }

    /** Correlation of two symbols by their rows. */
    public double between(int one, int other) {
        return values[one][other];
    }

    /** Mean of all pairs, {@code NaN} where there is none. */
    public double average() {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += values[i][j];
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /** Whether everything moves together, so that fewer positions should be held. */
    public boolean isAlert() {
        return average() > ALERT_ABOVE;
    }
}
