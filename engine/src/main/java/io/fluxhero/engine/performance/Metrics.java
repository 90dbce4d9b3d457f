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
        double totalSlippage) {

    /**
     * Of a run.
     *
     * @param equity at each close; its first value may already differ from {@code initialEquity}
     * @param calendarDays from the first to the last close
     */
    public static Metrics of(
            double initialEquity,
            double[] equity,
            double calendarDays,
            double riskFree,
            double periodsPerYear,
            ClosedPositions closed) {
        double[] returns = EquityCurve.returns(equity);
        return of(initialEquity, equity, returns, Moments.of(returns), calendarDays, riskFree, periodsPerYear, closed);
    }

    /**
     * Of a run whose returns are known.
     *
     * @param returns of {@code equity}
     * @param moments of {@code returns}
     */
    public static Metrics of(
            double initialEquity,
            double[] equity,
            double[] returns,
            Moments moments,
            double calendarDays,
            double riskFree,
            double periodsPerYear,
            ClosedPositions closed) {
        double finalEquity = equity.length == 0 ? initialEquity : equity[equity.length - 1];
        double totalReturnPct = (finalEquity - initialEquity) / initialEquity * 100;
        EquityCurve.Drawdown drawdown = EquityCurve.maxDrawdown(equity);
        TradeStatistics statistics = TradeStatistics.of(closed.pnls());
        return new Metrics(
                initialEquity,
                finalEquity,
                totalReturnPct,
                EquityCurve.annualizedReturnPct(totalReturnPct, calendarDays),
                EquityCurve.sharpe(moments, riskFree, periodsPerYear),
                EquityCurve.sortino(returns, riskFree, periodsPerYear),
                EquityCurve.calmar(equity, drawdown, periodsPerYear),
                drawdown.percent(),
                drawdown.money(),
                statistics.trades(),
                statistics.wins(),
                statistics.losses(),
                statistics.winRate(),
                statistics.averageWin(),
                statistics.averageLoss(),
                statistics.winLossRatio(),
                statistics.profitFactor(),
                closed.averageHoldingBars(),
                equity.length == 0 ? Double.NaN : closed.barsWithPosition() / (double) equity.length,
                closed.commission(),
                closed.slippage());
    }

    /** Which of the success criteria it meets. */
    public SuccessCriteria successCriteria() {
        return SuccessCriteria.of(sharpe, maxDrawdownPct, winRate, winLossRatio);
    }
}
