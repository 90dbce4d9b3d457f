package io.fluxhero.engine.validation;

/**
 * The seven parameters by which two calibrations are compared (domain specification g.9).
 *
 * @param efficiencyChoppy lower bound of the efficiency ratio
 * @param volatilityLow lower bound of ATR over its average
 * @param stop distance in ATR
 */
public record CalibratedParameters(
        double rsiOversold,
        double rsiOverbought,
        double efficiencyChoppy,
        double efficiencyTrending,
        double volatilityLow,
        double volatilityHigh,
        double stop) {

    private static final double RSI_NORM = 50;
    private static final double EFFICIENCY_NORM = 0.5;
    private static final double VOLATILITY_NORM = 1;
    private static final double STOP_NORM = 2;
    private static final int PARAMETERS = 7;

    /** 1 where nothing changed, 0 where each parameter moved by its norm or more: {@code 1 - mean(min(|change| / norm, 1))}. */
    public double stabilityAgainst(CalibratedParameters before) {
        double moved = moved(rsiOversold, before.rsiOversold, RSI_NORM)
                + moved(rsiOverbought, before.rsiOverbought, RSI_NORM)
                + moved(efficiencyChoppy, before.efficiencyChoppy, EFFICIENCY_NORM)
                + moved(efficiencyTrending, before.efficiencyTrending, EFFICIENCY_NORM)
                + moved(volatilityLow, before.volatilityLow, VOLATILITY_NORM)
                + moved(volatilityHigh, before.volatilityHigh, VOLATILITY_NORM)
                + moved(stop, before.stop, STOP_NORM);
        return 1 - moved / PARAMETERS;
    }

    private static double moved(double now, double before, double norm) {
        return Math.min(Math.abs(now - before) / norm, 1);
    }
}
