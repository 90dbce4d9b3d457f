package io.fluxhero.engine.strategy;

/**
 * Which noise rules speak, and their bounds (domain specification e).
 *
 * @param spreadRule whether the spread may be at most some share of volatility; needs a quote
 * @param illiquidRule whether that share is stricter in illiquid hours; bars within a day only
 * @param volumeRule whether volume must be above some share of its average
 * @param breakoutRule whether a trend entry needs more volume than that; bars within a day only
 * @param breakoutRuleDaily whether that holds for daily and weekly bars as well: on an index, whose daily volume hardly
 *     varies, it leaves almost no trend entry
 * @param gapRule whether the bar must open near the close before it
 * @param nearCloseRule whether the last minutes of a session have no entries; bars within a day only
 * @param maxSpreadRatio spread over the standard deviation of 20 closes, at most
 * @param maxIlliquidSpreadRatio the same in illiquid hours
 * @param minVolumeRatio volume over its average of 20 bars, more than
 * @param minBreakoutVolumeRatio the same for trend entries
 * @param maxGapRatio opening gap over the close before it, at most
 * @param nearCloseMinutes minutes before the end of a session without entries
 */
public record NoiseRules(
        boolean spreadRule,
        boolean illiquidRule,
        boolean volumeRule,
        boolean breakoutRule,
        boolean breakoutRuleDaily,
        boolean gapRule,
        boolean nearCloseRule,
        double maxSpreadRatio,
        double maxIlliquidSpreadRatio,
        double minVolumeRatio,
        double minBreakoutVolumeRatio,
        double maxGapRatio,
        int nearCloseMinutes) {

    public NoiseRules {
        Bounds.notNegative("spread ratio", maxSpreadRatio);
        Bounds.notNegative("illiquid spread ratio", maxIlliquidSpreadRatio);
        Bounds.notNegative("volume ratio", minVolumeRatio);
        Bounds.notNegative("breakout volume ratio", minBreakoutVolumeRatio);
        Bounds.notNegative("gap ratio", maxGapRatio);
        Bounds.notNegative("minutes near the close", nearCloseMinutes);
    }

    /** Every rule, with the values of the domain specification. */
    public static NoiseRules defaults() {
        return new NoiseRules(true, true, true, true, false, true, true, 0.05, 0.025, 0.5, 1.5, 0.02, 15);
    }

    /** No rule speaks. */
    public static NoiseRules off() {
        return new NoiseRules(false, false, false, false, false, false, false, 0.05, 0.025, 0.5, 1.5, 0.02, 15);
    }
}
