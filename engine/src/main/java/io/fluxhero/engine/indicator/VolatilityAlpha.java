package io.fluxhero.engine.indicator;

/**
 * The weight of an average by volatility: the more ATR is above its own average, the faster. With {@code r} their ratio
 * held to 0.5..1.5 it is {@code least + (most - least) * (r - 0.5)}.
 */
public final class VolatilityAlpha {

    /** Weight in the calmest market. */
    public static final double LEAST = 0.1;
    /** Weight in the wildest. */
    public static final double MOST = 0.6;

    private static final double CALM = 0.5;
    private static final double WILD = 1.5;

    private VolatilityAlpha() {}

    /** The weight between the usual bounds. */
    public static double of(double atr, double averageAtr) {
        return of(atr, averageAtr, LEAST, MOST);
    }

    /** The weight between these bounds; halfway while a figure is unknown or the average is 0. */
    public static double of(double atr, double averageAtr, double least, double most) {
        double ratio = atr / averageAtr;
        if (Double.isNaN(ratio) || averageAtr == 0) {
            return (least + most) / 2;
        }
        double held = StrictMath.min(WILD, StrictMath.max(CALM, ratio));
        return least + (most - least) * (held - CALM);
    }
}
