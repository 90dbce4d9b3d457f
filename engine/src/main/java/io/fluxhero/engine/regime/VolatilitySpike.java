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
     * What an ATR is multiplied by before it is held against that of longer bars. Range grows with the square root of the
     * time in which there is trade: √12 from five minutes to an hour, √6.5 from an hour to a day. Without it, the ATR of
     * short bars would practically never be larger.
     */
    public static double scale(Timeframe shortBars, Timeframe longBars) {
        return StrictMath.sqrt(shortBars.periodsPerYear() / longBars.periodsPerYear());
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
