package io.fluxhero.engine.strategy;

/**
 * Every parameter of the dual-mode strategy, as one value with a hash.
 *
 * @param modes which parts may open positions
 * @param warmUpBars bars before the first signal may be given, counted from the first bar ever seen
 * @param allowShort whether short entries are signalled
 */
public record StrategyConfig(
        Modes modes,
        int warmUpBars,
        boolean allowShort,
        int regressionPeriod,
        double entryBandAtr,
        double exitBandAtr,
        double trendStopAtr,
        double meanReversionStopRatio,
        double rsiOversold,
        double rsiOverbought) {

    /** DUAL switches by regime; the others speak in every regime. */
    public enum Modes {
        DUAL,
        TREND,
        MEAN_REVERSION
    }

    /** The defaults of the domain specification. */
    public static StrategyConfig defaults() {
        return new StrategyConfig(Modes.DUAL, 60, false, 50, 0.5, 0.3, 2.5, 0.03, 30, 70);
    }

    /** First 16 hexadecimal digits of SHA-256 over the parameters in declaration order. */
    public String hash() {
        throw new UnsupportedOperationException("skeleton");
    }
}
