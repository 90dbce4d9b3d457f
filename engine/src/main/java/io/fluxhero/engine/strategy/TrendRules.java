package io.fluxhero.engine.strategy;

/**
 * Parameters of trend following, in average true ranges.
 *
 * @param entryBandAtr half width of the band around KAMA that an entry crosses
 * @param exitBandAtr half width of the band whose other side is the exit
 * @param trendStopAtr distance of the stop that follows the best close
 */
public record TrendRules(double entryBandAtr, double exitBandAtr, double trendStopAtr) {

    public TrendRules {
        Bounds.notNegative("entry band", entryBandAtr);
        Bounds.notNegative("exit band", exitBandAtr);
        Bounds.positive("trend stop", trendStopAtr);
    }

    /** The values of the domain specification, d.1 and d.5. */
    public static TrendRules defaults() {
        return new TrendRules(0.5, 0.3, 2.5);
    }
}
