package io.fluxhero.engine.regime;

import io.fluxhero.engine.indicator.Kama;
import java.util.Optional;

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

    private static final double FAST_ABOVE = 0.75;
    private static final double SLOW_BELOW = 0.25;

    /** The regime of one bar alone; all bounds are strict, and unknown values are neutral. */
    public static Regime classify(double adx, double rSquared) {
        if (adx > TREND_ADX && rSquared > TREND_R_SQUARED) {
            return STRONG_TREND;
        }
        return adx < RANGE_ADX && rSquared < RANGE_R_SQUARED ? MEAN_REVERSION : NEUTRAL;
    }

    /** The regime by Kaufman's efficiency ratio, with the usual bounds; empty while it is unknown. */
    public static Optional<Regime> ofEfficiency(double ratio) {
        return ofEfficiency(ratio, Kama.TRENDING, Kama.CHOPPY);
    }

    /** The regime by Kaufman's efficiency ratio, both bounds strict; empty while it is unknown. */
    public static Optional<Regime> ofEfficiency(double ratio, double trendingAbove, double choppyBelow) {
        if (Double.isNaN(ratio)) {
            return Optional.empty();
        }
        if (ratio > trendingAbove) {
            return Optional.of(STRONG_TREND);
        }
        return Optional.of(ratio < choppyBelow ? MEAN_REVERSION : NEUTRAL);
    }

    /** The regime by the adaptivity of a golden average: slow is a range, fast a trend; empty while it is unknown. */
    public static Optional<Regime> ofAdaptivity(double adaptivity) {
        return ofEfficiency(adaptivity, FAST_ABOVE, SLOW_BELOW);
    }
}
