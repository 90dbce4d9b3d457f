package io.fluxhero.engine.strategy;

import io.fluxhero.engine.strategy.Rejection.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries out of bars in which price says little: thin, gapping, dear to trade or about to close (domain
 * specification e). It is asked for entries only; exits are never filtered. The first rule that objects decides, in the
 * order bad data, spread, volume, gap, close.
 *
 * <p>A rule that needs what is not there keeps silent: without a quote the spread is not checked, and a source that
 * reports no volume at all (an average of 0, as of some indices) is not held to have thin bars.
 */
public final class NoiseFilter {

    /** What stands for an infinite ratio, as in the reference system. */
    public static final double BEYOND_MEASURE = 999;

    private static final double NOTHING = 1e-10;

    private final NoiseRules rules;

    public NoiseFilter(NoiseRules rules) {
        this.rules = rules;
    }

    /** What the filter looks at; it asks only for what decides. */
    public interface Conditions {

        /** Whether a quote was known at the close of the bar. */
        boolean isQuoted();

        /** Spread over the standard deviation of closes; below 0 for a crossed quote. */
        double spreadRatio();

        /** Whether the hour is one of thin trade. */
        boolean isIlliquid();

        /** Shares traded in the bar. */
        double volume();

        /** Mean volume of the newest bars, this one included. */
        double averageVolume();

        /** Whether the entry follows a breakout: every trend entry does. */
        boolean isBreakout();

        /** Opening gap over the close before, 0 or more. */
        double gapRatio();

        /** Minutes to the end of the session, infinity where there is none or it does not matter. */
        double minutesToClose();
    }

    /** Conditions as values. */
    public record Reading(
            boolean isQuoted,
            double spreadRatio,
            boolean isIlliquid,
            double volume,
            double averageVolume,
            boolean isBreakout,
            double gapRatio,
            double minutesToClose)
            implements Conditions {}

    /** The first objection to an entry, empty where there is none. */
    public Optional<Rejection> objectionTo(Conditions conditions) {
        Reason reason = reasonAgainst(conditions);
        return reason == null ? Optional.empty() : Optional.of(rejection(reason, conditions));
    }

    /** The first rule that objects, {@code null} where none does. Figures are left to those who ask for them. */
    @Nullable
    Reason reasonAgainst(Conditions conditions) {
        if (isBad(conditions)) {
            return Reason.BAD_DATA;
        }
        if (checksSpread(conditions) && !isWithin(conditions.spreadRatio(), mostSpread(conditions))) {
            return isStrict(conditions) ? Reason.WIDE_SPREAD_ILLIQUID : Reason.WIDE_SPREAD;
        }
        if (isThin(conditions.isBreakout(), conditions.volume(), conditions.averageVolume())) {
            return wantsBreakoutVolume(conditions.isBreakout()) ? Reason.THIN_BREAKOUT : Reason.THIN_VOLUME;
        }
        if (rules.gapRule() && !isWithin(conditions.gapRatio(), rules.maxGapRatio())) {
            return Reason.GAP;
        }
        boolean isLate = rules.nearCloseRule() && conditions.minutesToClose() <= rules.nearCloseMinutes();
        return isLate ? Reason.NEAR_CLOSE : null;
    }

    private boolean isBad(Conditions conditions) {
        return hasBadQuote(conditions)
                || hasBadVolume(conditions)
                || (rules.gapRule() && !(conditions.gapRatio() >= 0));
    }

    private boolean hasBadQuote(Conditions conditions) {
        return checksSpread(conditions) && !(conditions.spreadRatio() >= 0);
    }

    private boolean hasBadVolume(Conditions conditions) {
        return checksVolume(conditions.isBreakout()) && !(conditions.volume() >= 0 && conditions.averageVolume() >= 0);
    }

    private boolean checksSpread(Conditions conditions) {
        return rules.spreadRule() && conditions.isQuoted();
    }

    private boolean isStrict(Conditions conditions) {
        return rules.illiquidRule() && conditions.isIlliquid();
    }

    private double mostSpread(Conditions conditions) {
        return isStrict(conditions) ? rules.maxIlliquidSpreadRatio() : rules.maxSpreadRatio();
    }

    private boolean checksVolume(boolean isBreakout) {
        return rules.volumeRule() || wantsBreakoutVolume(isBreakout);
    }

    private boolean wantsBreakoutVolume(boolean isBreakout) {
        return rules.breakoutRule() && isBreakout;
    }

    private double leastVolume(boolean isBreakout) {
        return wantsBreakoutVolume(isBreakout) ? rules.minBreakoutVolumeRatio() : rules.minVolumeRatio();
    }

    /** Whether there is too little volume for an entry, whatever else speaks against it. */
    boolean isThin(boolean isBreakout, double volume, double averageVolume) {
        return checksVolume(isBreakout)
                && averageVolume != 0
                && !isAbove(volume, averageVolume, leastVolume(isBreakout));
    }

    private Rejection rejection(Reason reason, Conditions conditions) {
        return switch (reason) {
            case BAD_DATA -> badData(conditions);
            case WIDE_SPREAD, WIDE_SPREAD_ILLIQUID ->
                new Rejection(reason, conditions.spreadRatio(), mostSpread(conditions));
            case THIN_VOLUME, THIN_BREAKOUT ->
                new Rejection(
                        reason, conditions.volume() / conditions.averageVolume(), leastVolume(conditions.isBreakout()));
            case GAP -> new Rejection(reason, conditions.gapRatio(), rules.maxGapRatio());
            case NEAR_CLOSE -> new Rejection(reason, conditions.minutesToClose(), rules.nearCloseMinutes());
        };
    }

    private Rejection badData(Conditions conditions) {
        if (hasBadQuote(conditions)) {
            return new Rejection(Reason.BAD_DATA, conditions.spreadRatio(), 0);
        }
        return hasBadVolume(conditions)
                ? new Rejection(Reason.BAD_DATA, Double.NaN, Double.NaN)
                : new Rejection(Reason.BAD_DATA, conditions.gapRatio(), rules.maxGapRatio());
    }

    /**
     * Spread over volatility.
     *
     * @param deviation population standard deviation of closes
     * @return {@value #BEYOND_MEASURE} where closes do not move, below 0 for a crossed quote, {@code NaN} for unknowns
     */
    public static double spreadToVolatility(double bid, double ask, double deviation) {
        double spread = ask - bid;
        if (deviation < NOTHING) {
            return spread < 0 ? -BEYOND_MEASURE : BEYOND_MEASURE;
        }
        return spread / deviation;
    }

    /** Distance of an open from the close before, as a fraction of that close; {@value #BEYOND_MEASURE} from 0. */
    public static double gapRatio(double open, double previousClose) {
        return previousClose == 0 ? BEYOND_MEASURE : StrictMath.abs(open - previousClose) / previousClose;
    }

    /** Whether a ratio is known, possible and at most so large. */
    public static boolean isWithin(double ratio, double most) {
        return ratio >= 0 && ratio <= most;
    }

    /** Whether volume is above so many averages; not where either is unknown. */
    public static boolean isAbove(double volume, double averageVolume, double ratio) {
        return volume > ratio * averageVolume;
    }
}
