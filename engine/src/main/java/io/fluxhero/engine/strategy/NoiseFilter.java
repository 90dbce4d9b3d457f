package io.fluxhero.engine.strategy;

import io.fluxhero.engine.strategy.Rejection.Reason;
import java.util.Optional;

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

    /**
     * What the filter looks at.
     *
     * @param isQuoted whether a quote was known at the close of the bar
     * @param spreadRatio spread over the standard deviation of closes; below 0 for a crossed quote
     * @param isIlliquid whether the hour is one of thin trade
     * @param volume shares traded in the bar
     * @param averageVolume mean volume of the newest bars, this one included
     * @param isBreakout whether the entry follows a breakout: every trend entry does
     * @param gapRatio opening gap over the close before, 0 or more
     * @param minutesToClose minutes to the end of the session, infinity where there is none or it does not matter
     */
    public record Reading(
            boolean isQuoted,
            double spreadRatio,
            boolean isIlliquid,
            double volume,
            double averageVolume,
            boolean isBreakout,
            double gapRatio,
            double minutesToClose) {}

    /** The first objection to an entry, empty where there is none. */
    public Optional<Rejection> objectionTo(Reading reading) {
        Optional<Rejection> objection = badData(reading);
        if (objection.isEmpty()) {
            objection = wideSpread(reading);
        }
        if (objection.isEmpty()) {
            objection = thinVolume(reading);
        }
        if (objection.isEmpty()) {
            objection = gap(reading);
        }
        return objection.isEmpty() ? nearClose(reading) : objection;
    }

    private Optional<Rejection> badData(Reading reading) {
        boolean badQuote = checksSpread(reading) && !(reading.spreadRatio() >= 0);
        if (badQuote) {
            return Optional.of(new Rejection(Reason.BAD_DATA, reading.spreadRatio(), 0));
        }
        boolean badVolume = volumeRuleFor(reading) && !(reading.volume() >= 0 && reading.averageVolume() >= 0);
        if (badVolume) {
            return Optional.of(new Rejection(Reason.BAD_DATA, reading.volume(), reading.averageVolume()));
        }
        boolean badGap = rules.gapRule() && !(reading.gapRatio() >= 0);
        return badGap
                ? Optional.of(new Rejection(Reason.BAD_DATA, reading.gapRatio(), rules.maxGapRatio()))
                : Optional.empty();
    }

    private Optional<Rejection> wideSpread(Reading reading) {
        if (!checksSpread(reading)) {
            return Optional.empty();
        }
        boolean isStrict = rules.illiquidRule() && reading.isIlliquid();
        double most = isStrict ? rules.maxIlliquidSpreadRatio() : rules.maxSpreadRatio();
        if (isWithin(reading.spreadRatio(), most)) {
            return Optional.empty();
        }
        Reason reason = isStrict ? Reason.WIDE_SPREAD_ILLIQUID : Reason.WIDE_SPREAD;
        return Optional.of(new Rejection(reason, reading.spreadRatio(), most));
    }

    private Optional<Rejection> thinVolume(Reading reading) {
        if (!volumeRuleFor(reading) || reading.averageVolume() == 0) {
            return Optional.empty();
        }
        boolean isBreakout = rules.breakoutRule() && reading.isBreakout();
        double least = isBreakout ? rules.minBreakoutVolumeRatio() : rules.minVolumeRatio();
        if (isAbove(reading.volume(), reading.averageVolume(), least)) {
            return Optional.empty();
        }
        Reason reason = isBreakout ? Reason.THIN_BREAKOUT : Reason.THIN_VOLUME;
        return Optional.of(new Rejection(reason, reading.volume(), least * reading.averageVolume()));
    }

    private Optional<Rejection> gap(Reading reading) {
        return !rules.gapRule() || isWithin(reading.gapRatio(), rules.maxGapRatio())
                ? Optional.empty()
                : Optional.of(new Rejection(Reason.GAP, reading.gapRatio(), rules.maxGapRatio()));
    }

    private Optional<Rejection> nearClose(Reading reading) {
        return rules.nearCloseRule() && reading.minutesToClose() <= rules.nearCloseMinutes()
                ? Optional.of(new Rejection(Reason.NEAR_CLOSE, reading.minutesToClose(), rules.nearCloseMinutes()))
                : Optional.empty();
    }

    private boolean checksSpread(Reading reading) {
        return rules.spreadRule() && reading.isQuoted();
    }

    private boolean volumeRuleFor(Reading reading) {
        return rules.volumeRule() || (rules.breakoutRule() && reading.isBreakout());
    }

    /**
     * Spread over volatility.
     *
     * @param deviation population standard deviation of closes
     * @return {@value #BEYOND_MEASURE} where closes do not move, below 0 for a crossed quote, {@code NaN} for unknowns
     */
    public static double spreadToVolatility(double bid, double ask, double deviation) {
        double spread = ask - bid;
        return deviation < NOTHING && spread >= 0 ? BEYOND_MEASURE : spread / deviation;
    }

    /** Distance of an open from the close before, as a fraction of that close; {@value #BEYOND_MEASURE} from 0. */
    public static double gapRatio(double open, double previousClose) {
        return previousClose == 0 ? BEYOND_MEASURE : StrictMath.abs(open - previousClose) / previousClose;
    }

    /** Whether a ratio is known and at most so large. */
    public static boolean isWithin(double ratio, double most) {
        return ratio <= most;
    }

    /** Whether volume is above so many averages; not where either is unknown. */
    public static boolean isAbove(double volume, double averageVolume, double ratio) {
        return volume > ratio * averageVolume;
    }
}
