package io.fluxhero.engine.validation;

import java.util.Arrays;

/** The known values of a series, sorted, and the values between which fractions of them lie. */
public final class Percentiles {

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of these values; {@code NaN} is passed over. */
    public static Percentiles of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(known);
        return new Percentiles(known);
    }

    /** Number of known values. */
    public int count() {
        return sorted.length;
    }

    /**
     * Linear interpolation at index {@code (n - 1) q}: type 7 of Hyndman and Fan, Sample quantiles in statistical packages
     * (1996). {@code NaN} of nothing.
     *
     * @param fraction q, from 0 to 1
     */
    public double at(double fraction) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = (sorted.length - 1) * fraction;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
