package io.fluxhero.engine.performance;

/**
 * What the seeds of the system show where a figure is undefined: for readers that know no {@code null}. Inside the engine
 * the undefined is {@code NaN}, and the API says {@code null}; a 10 that nobody earned never stands beside a real one.
 */
public final class SeedFallbacks {

    /** Shown for a ratio whose denominator, some kind of loss, is missing. */
    public static final double CAP = 10;

    private SeedFallbacks() {}

    /** The figure, or 0. */
    public static double orZero(double figure) {
        return or(figure, 0);
    }

    /** The figure, or another. */
    public static double or(double figure, double otherwise) {
        return Double.isNaN(figure) ? otherwise : figure;
    }

    /** A ratio of gain to loss, or {@link #CAP} where there was gain and no loss, or 0 where there was neither. */
    public static double orCap(double ratio, double gain) {
        return Double.isNaN(ratio) ? gain > 0 ? CAP : 0 : ratio;
    }
}
