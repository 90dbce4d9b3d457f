package io.fluxhero.engine.regime;

import io.fluxhero.engine.market.Timeframe;

/**
 * A sudden storm: the range of short bars is large beside that of long ones (domain specification b.8). While it lasts,
 * stops stand farther away and sizes are smaller.
 */
public final class VolatilitySpike {

    /** How many times larger makes a spike. */
    public static final double THRESHOLD = 2;
    /** Factor on the distance of a stop at entry. */
    public static final double STOP_FACTOR = 1.5;
    /** Factor on the size of an entry. */
    public static final double SIZE_FACTOR = 0.7;

    private VolatilitySpike() {}

    /** Whether one ATR is more than so many times another, as they are; not where either is unknown or nothing. */
    public static boolean isRawSpike(double shortAtr, double longAtr, double threshold) {
        return longAtr > 0 && shortAtr > threshold * longAtr;
    }

    /**
     * The same of ATRs of different timeframes. Range grows with the square root of time, so the ATR of five minutes is
     * multiplied by √12 before it is held against that of an hour; otherwise it would practically never be larger.
     */
    public static boolean isSpike(double shortAtr, Timeframe shortBars, double longAtr, Timeframe longBars) {
        double scale = StrictMath.sqrt((double) longBars.seconds() / shortBars.seconds());
        return isRawSpike(shortAtr * scale, longAtr, THRESHOLD);
    }

    /** Factor on the distance of a stop. */
    public static double stopFactor(boolean isSpike) {
        return isSpike ? STOP_FACTOR : 1;
    }

    /** Factor on the size. */
    public static double sizeFactor(boolean isSpike) {
        return isSpike ? SIZE_FACTOR : 1;
    }
}
