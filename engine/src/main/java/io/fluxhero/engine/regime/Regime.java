package io.fluxhero.engine.regime;

/** What kind of market it is. */
public enum Regime {
    MEAN_REVERSION,
    NEUTRAL,
    STRONG_TREND;

    /** A trend needs an ADX above this. */
    public static final double TREND_ADX = 25;
    /** A trend needs a determination above this. */
    public static final double TREND_R_SQUARED = 0.6;
    /** A range needs an ADX below this. */
    public static final double RANGE_ADX = 20;
    /** A range needs a determination below this. */
    public static final double RANGE_R_SQUARED = 0.4;

    /** The regime of one bar alone; all bounds are strict, and unknown values are neutral. */
    public static Regime classify(double adx, double rSquared) {
        if (adx > TREND_ADX && rSquared > TREND_R_SQUARED) {
            return STRONG_TREND;
        }
        return adx < RANGE_ADX && rSquared < RANGE_R_SQUARED ? MEAN_REVERSION : NEUTRAL;
    }
}
