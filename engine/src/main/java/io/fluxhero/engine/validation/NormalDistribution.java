package io.fluxhero.engine.validation;

/** The standard normal distribution, by {@link StrictMath} alone: the same on every machine. */
public final class NormalDistribution {

    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final double SERIES_UP_TO = 3;
    private static final double TAIL_FROM = 38.5;
    private static final int TERMS = 200;
    private static final double LOW = 0.02425;

    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
    };

    private NormalDistribution() {}

    /** {@code exp(-x²/2) / sqrt(2 pi)}. */
    public static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * Probability of a value at or below {@code x}. Marsaglia, Evaluating the normal distribution (2004): the series
     * {@code 1/2 + density(x) (x + x³/3 + x⁵/(3 5) + ...)} up to 3, beyond it the continued fraction of Mills' ratio
     * (Abramowitz and Stegun 26.2.14). Absolute error below 1e-15, relative error below 1e-12 in the lower tail to -38.
     */
    public static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double distance = Math.abs(x);
        if (distance > TAIL_FROM) {
            return x > 0 ? 1 : 0;
        }
        if (distance <= SERIES_UP_TO) {
            double half = density(distance) * oddSeries(distance);
            return x > 0 ? 0.5 + half : 0.5 - half;
        }
        double tail = density(distance) / millsFraction(distance);
        return x > 0 ? 1 - tail : tail;
    }

    private static double oddSeries(double x) {
        double term = x;
        double sum = 0;
        for (int k = 3; sum + term != sum; k += 2) {
            sum += term;
            term *= x * x / k;
        }
        return sum;
    }

    private static double millsFraction(double x) {
        double fraction = x;
        for (int k = TERMS; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return fraction;
    }

    /**
     * The value below which a fraction {@code p} lies: Acklam's rational approximation (2003, relative error below 1.2e-9)
     * and one step of Halley's method on {@link #cumulative}. Absolute error below 1e-12 for p from 1e-300 to 1 - 1e-10;
     * infinite at 0 and 1, undefined outside.
     */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (p > 0.5) {
            return -lowerQuantile(1 - p);
        }
        return lowerQuantile(p);
    }

    private static double lowerQuantile(double p) {
        double x = approximate(p);
        double error = (cumulative(x) - p) / density(x);
        return x - error / (1 + x * error / 2);
    }

    private static double approximate(double p) {
        if (p < LOW) {
            double q = StrictMath.sqrt(-2 * StrictMath.log(p));
            return horner(C, q) / (horner(D, q) * q + 1);
        }
        double q = p - 0.5;
        double r = q * q;
        return horner(A, r) * q / (horner(B, r) * r + 1);
    }

    private static double horner(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
