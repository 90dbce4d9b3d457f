package io.fluxhero.engine.strategy;

import java.time.LocalDate;

/**
 * What the two rules are trusted with, as a value: a weight multiplies the risk per trade of its mode. Once a month the
 * trades since the last time are judged, in a mode that has at least {@value #ENOUGH} of them: a loss takes a tenth
 * off the weight; where both modes have enough, the one that made more, and won more than half, gets a tenth back.
 * Without new trades nothing changes.
 *
 * @param trend weight of trend following, {@value #LEAST} to 1
 * @param meanReversion weight of mean reversion, {@value #LEAST} to 1
 * @param trendSince trades of trend following since the last judgement
 * @param meanReversionSince trades of mean reversion since the last judgement
 * @param month year times 12 plus month of the last session seen, 0 before the first
 */
public record ModeWeights(
        double trend, double meanReversion, ModePerformance trendSince, ModePerformance meanReversionSince, int month) {

    /** Trades that a judgement needs. */
    public static final int ENOUGH = 20;
    /** The least that a mode is trusted with. */
    public static final double LEAST = 0.5;

    private static final int TENTHS = 10;
    private static final int MONTHS = 12;
    private static final double HALF = 0.5;

    /** Both modes fully trusted. */
    public static ModeWeights full() {
        return new ModeWeights(1, 1, ModePerformance.none(), ModePerformance.none(), 0);
    }

    /** The factor on the risk per trade of a mode; a neutral market has no weight of its own. */
    public double of(Mode mode) {
        return switch (mode) {
            case TREND -> trend;
            case MEAN_REVERSION -> meanReversion;
            case NEUTRAL -> 1;
        };
    }

    /** With one more closed trade. */
    public ModeWeights closed(Mode mode, double pnl, double equityAtEntry) {
        return switch (mode) {
            case TREND ->
                new ModeWeights(trend, meanReversion, trendSince.with(pnl, equityAtEntry), meanReversionSince, month);
            case MEAN_REVERSION ->
                new ModeWeights(trend, meanReversion, trendSince, meanReversionSince.with(pnl, equityAtEntry), month);
            case NEUTRAL -> this;
        };
    }

    /** At the begin of a session: judges where it is the first one of a month. */
    public ModeWeights onSession(LocalDate day) {
        int current = day.getYear() * MONTHS + day.getMonthValue();
        if (current == month) {
            return this;
        }
        ModeWeights judged = month == 0 ? this : rebalanced();
        return new ModeWeights(
                judged.trend, judged.meanReversion, judged.trendSince, judged.meanReversionSince, current);
    }

    /** Judges the trades since the last time; a mode with too few keeps them for the next. */
    public ModeWeights rebalanced() {
        boolean judgesTrend = trendSince.trades() >= ENOUGH;
        boolean judgesReversion = meanReversionSince.trades() >= ENOUGH;
        double newTrend = judgesTrend && trendSince.totalPnl() < 0 ? lowered(trend) : trend;
        double newReversion =
                judgesReversion && meanReversionSince.totalPnl() < 0 ? lowered(meanReversion) : meanReversion;
        if (judgesTrend && judgesReversion) {
            newTrend = isBetter(trendSince, meanReversionSince) ? raised(newTrend) : newTrend;
            newReversion = isBetter(meanReversionSince, trendSince) ? raised(newReversion) : newReversion;
        }
        return new ModeWeights(
                newTrend,
                newReversion,
                judgesTrend ? ModePerformance.none() : trendSince,
                judgesReversion ? ModePerformance.none() : meanReversionSince,
                month);
    }

    private static boolean isBetter(ModePerformance one, ModePerformance other) {
        return one.totalPnl() > other.totalPnl() && one.winRate() > HALF;
    }

    private static double lowered(double weight) {
        return StrictMath.max(LEAST, inTenths(weight, -1));
    }

    private static double raised(double weight) {
        return StrictMath.min(1, inTenths(weight, 1));
    }

    private static double inTenths(double weight, int change) {
        return StrictMath.rint(weight * TENTHS + change) / TENTHS;
    }
}
