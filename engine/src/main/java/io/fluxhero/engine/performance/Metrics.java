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
        EquitySteps steps = EquitySteps.of(equity);
        return of(initialEquity, steps, steps.moments(), calendarDays, riskFree, periodsPerYear, closed);
    }

    /**
     * Of a run whose equity is known by its steps.
     *
     * @param moments of the returns of {@code equity}
     */
    public static Metrics of(
            double initialEquity,
            EquitySteps equity,
            Moments moments,
            double calendarDays,
            double riskFree,
            double periodsPerYear,
            ClosedPositions closed) {
        double finalEquity = equity.size() == 0 ? initialEquity : equity.last();
        double totalReturnPct = (finalEquity - initialEquity) / initialEquity * 100;
        EquityCurve.Drawdown drawdown = equity.maxDrawdown();
        TradeStatistics statistics = TradeStatistics.of(closed.pnls());
        return new Metrics(
                initialEquity,
                finalEquity,
                totalReturnPct,
                EquityCurve.annualizedReturnPct(totalReturnPct, calendarDays),
                EquityCurve.sharpe(moments, riskFree, periodsPerYear),
                EquityCurve.sortino(equity.changes(), equity.returnCount(), riskFree, periodsPerYear),
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
                equity.size() == 0 ? Double.NaN : closed.barsWithPosition() / (double) equity.size(),
                closed.commission(),
                closed.slippage());
    }

    /** Which of the success criteria it meets. */
    public SuccessCriteria successCriteria() {
        return SuccessCriteria.of(sharpe, maxDrawdownPct, winRate, winLossRatio);
    }
}
