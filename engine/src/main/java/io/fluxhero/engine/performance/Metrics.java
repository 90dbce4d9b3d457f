package io.fluxhero.engine.performance;

/**
 * Summary of an equity curve and its trades (domain specification g.6). {@code NaN} is undefined; drawdown is negative,
 * in percent; win rate is a fraction.
 */
public record Metrics(
        double initialEquity,
        double finalEquity,
        double totalReturnPct,
        double annualizedReturnPct,
        double sharpe,
        double sortino,
        double calmar,
        double maxDrawdownPct,
        double maxDrawdownMoney,
        int trades,
        int wins,
        int losses,
        double winRate,
        double averageWin,
        double averageLoss,
        double winLossRatio,
        double profitFactor,
        double averageHoldingBars,
        double exposureRatio,
        double totalCommission,
        double totalSlippage) {}
