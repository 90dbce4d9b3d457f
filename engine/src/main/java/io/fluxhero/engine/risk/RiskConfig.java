package io.fluxhero.engine.risk;

import io.fluxhero.engine.strategy.Mode;

/**
 * Limits and factors of the account, as one value with a hash. Ratios are fractions: 0.20 is 20 %.
 *
 * @param correlation what follows from positions that move together
 * @param weighsModes whether a mode that loses is trusted with less risk per trade
 */
public record RiskConfig(
        double riskPerTradeTrend,
        double riskPerTradeMeanReversion,
        double neutralSizeFactor,
        double maxPositionRatio,
        double maxExposureRatio,
        int maxOpenPositions,
        double drawdownWarning,
        double drawdownRecovery,
        double drawdownHalt,
        double reducedSizeFactor,
        double trendStopAtr,
        double reducedTrendStopAtr,
        double dailyLossHalt,
        double concentrationHalt,
        CorrelationRules correlation,
        boolean weighsModes) {

    /** With the usual rules for positions that move together, and with weights of modes. */
    public RiskConfig(
            double riskPerTradeTrend,
            double riskPerTradeMeanReversion,
            double neutralSizeFactor,
            double maxPositionRatio,
            double maxExposureRatio,
            int maxOpenPositions,
            double drawdownWarning,
            double drawdownRecovery,
            double drawdownHalt,
            double reducedSizeFactor,
            double trendStopAtr,
            double reducedTrendStopAtr,
            double dailyLossHalt,
            double concentrationHalt) {
        this(
                riskPerTradeTrend,
                riskPerTradeMeanReversion,
                neutralSizeFactor,
                maxPositionRatio,
                maxExposureRatio,
                maxOpenPositions,
                drawdownWarning,
                drawdownRecovery,
                drawdownHalt,
                reducedSizeFactor,
                trendStopAtr,
                reducedTrendStopAtr,
                dailyLossHalt,
                concentrationHalt,
                CorrelationRules.defaults(),
                true);
    }

    /** The defaults of the domain specification. */
    public static RiskConfig defaults() {
        return new RiskConfig(0.01, 0.0075, 0.7, 0.20, 0.50, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 0.50);
    }

    /** Most that a trade of this mode may lose at its stop, of equity. */
    public double riskPerTrade(Mode mode) {
        return switch (mode) {
            case TREND -> riskPerTradeTrend;
            case MEAN_REVERSION -> riskPerTradeMeanReversion;
            case NEUTRAL -> riskPerTradeMeanReversion * neutralSizeFactor;
        };
    }

    /** Factor on the size of new positions. */
    public double sizeFactor(TradingStatus status) {
        return switch (status) {
            case ACTIVE -> 1;
            case REDUCED -> reducedSizeFactor;
            case DISABLED -> 0;
        };
    }

    /** Distance of trailing stops in ATR; what is held while trading is disabled is kept as tight as while reduced. */
    public double trendStopAtr(TradingStatus status) {
        return status == TradingStatus.ACTIVE ? trendStopAtr : reducedTrendStopAtr;
    }

    /** The account as it is: nothing is limited, nothing halts, nothing is made smaller. */
    public static RiskConfig unlimited() {
        double none = Double.MAX_VALUE;
        CorrelationRules unrelated = new CorrelationRules(none, 1, 1, 1, none, false);
        return new RiskConfig(
                1, 1, 1, none, none, Integer.MAX_VALUE, none, none, none, 1, 1, 1, none, none, unrelated, false);
    }

    /** First 16 hexadecimal digits of SHA-256 over the parameters in declaration order. */
    public String hash() {
        return ConfigHash.of(
                riskPerTradeTrend,
                riskPerTradeMeanReversion,
                neutralSizeFactor,
                maxPositionRatio,
                maxExposureRatio,
                maxOpenPositions,
                drawdownWarning,
                drawdownRecovery,
                drawdownHalt,
                reducedSizeFactor,
                trendStopAtr,
                reducedTrendStopAtr,
                dailyLossHalt,
                concentrationHalt,
                correlation,
                weighsModes);
    }
}
