package io.fluxhero.engine.indicator;

/**
 * The periods of everything that is measured, in bars.
 *
 * @param emaPeriod exponential average of closes
 * @param kamaPeriod changes over which Kaufman's average measures efficiency
 * @param kamaFast period of its fastest average
 * @param kamaSlow period of its slowest
 * @param kamaRegimeAware whether it is faster in trends and slower in noise than plain
 * @param rsiPeriod relative strength
 * @param atrPeriod true range and directional movement
 * @param atrAveragePeriod mean of ATR
 * @param bollingerPeriod bands, and the simple average in their middle
 * @param bollingerWidth population deviations to either side
 * @param regressionPeriod regression of closes
 * @param volumePeriod mean volume
 */
public record IndicatorPeriods(
        int emaPeriod,
        int kamaPeriod,
        int kamaFast,
        int kamaSlow,
        boolean kamaRegimeAware,
        int rsiPeriod,
        int atrPeriod,
        int atrAveragePeriod,
        int bollingerPeriod,
        double bollingerWidth,
        int regressionPeriod,
        int volumePeriod) {

    public IndicatorPeriods {
        Tail.checked(emaPeriod);
        Tail.checked(kamaPeriod);
        Tail.checked(kamaFast);
        Tail.checked(kamaSlow);
        Tail.checked(rsiPeriod);
        Tail.checked(atrPeriod);
        Tail.checked(atrAveragePeriod);
        Tail.checked(bollingerPeriod);
        LinearRegression.checked(regressionPeriod);
        Tail.checked(volumePeriod);
        if (!(bollingerWidth >= 0 && bollingerWidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bands are 0 or more deviations wide, not " + bollingerWidth);
        }
    }

    /** The periods of the domain specification. */
    public static IndicatorPeriods defaults() {
        return new IndicatorPeriods(20, 10, 2, 30, false, 14, 14, 50, 20, 2, 50, 20);
    }

    /** The same with another regression window. */
    public IndicatorPeriods withRegressionPeriod(int period) {
        return new IndicatorPeriods(
                emaPeriod,
                kamaPeriod,
                kamaFast,
                kamaSlow,
                kamaRegimeAware,
                rsiPeriod,
                atrPeriod,
                atrAveragePeriod,
                bollingerPeriod,
                bollingerWidth,
                period,
                volumePeriod);
    }

    /** Bars before the newest that any of them looks back at. */
    int reach() {
        int longest = StrictMath.max(kamaPeriod, StrictMath.max(bollingerPeriod, regressionPeriod));
        return StrictMath.max(longest, StrictMath.max(atrAveragePeriod, volumePeriod)) + 2;
    }
}
