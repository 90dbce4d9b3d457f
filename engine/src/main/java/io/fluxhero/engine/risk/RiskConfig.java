package io.fluxhero.engine.risk;

/**
 * Limits and factors of the account, as one value with a hash. Ratios are fractions: 0.20 is 20 %.
 *
 * @param correlation what follows from positions that move together
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
        CorrelationRules correlation) {

    /** With the usual rules for positions that move together. */
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
                CorrelationRules.defaults());
    }

    /** The defaults of the domain specification. */
    public static RiskConfig defaults() {
        return new RiskConfig(0.01, 0.0075, 0.7, 0.20, 0.50, 5, 0.15, 0.13, 0.20, 0.5, 2.5, 2.0, 0.03, 0.50);
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
                correlation);
    }
}
