package io.fluxhero.backtest.domain;

import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.SuccessCriteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the engine measured into what a reader gets; it computes nothing that the engine knows. */
public final class RunReport {

    private final RunPlan plan;
    private final BacktestResult outcome;
    private final Metrics metrics;
    private final Instant createdAt;

    public RunReport(RunPlan plan, BacktestResult outcome, Instant createdAt) {
        this.plan = plan;
        this.outcome = outcome;
        metrics = outcome.metrics();
        this.createdAt = createdAt;
    }

    public RunResult result() {
        RunRequest request = plan.request();
        SuccessCriteria met = metrics.successCriteria();
        List<RunTrade> trades = trades();
        Map<String, RunResult.Criterion> criteria = criteria(met);
        Map<String, Boolean> flags = new LinkedHashMap<>();
        criteria.forEach((name, criterion) -> flags.put(name, criterion.met()));
        return new RunResult(
                plan.runId(),
                request.symbol(),
                request.timeframe().code(),
                request.startDate(),
                request.endDate(),
                request.strategyMode().name(),
                metrics.initialEquity(),
                metrics.finalEquity(),
                metrics.finalEquity() - metrics.initialEquity(),
                metrics.totalReturnPct(),
                known(metrics.sharpe()),
                positive(metrics.maxDrawdownMoney()),
                positive(metrics.maxDrawdownPct()),
                known(metrics.winRate()),
                metrics.trades(),
                metrics.trades(),
                known(metrics.winLossRatio()),
                met.allMet(),
                flags,
                criteria,
                figures(),
                Arrays.stream(outcome.equity()).boxed().toList(),
                Arrays.stream(outcome.times()).mapToObj(Instant::ofEpochMilli).toList(),
                benchmark(),
                trades,
                openPosition(),
                outcome.denied().size(),
                outcome.times().length == 0 ? null : Instant.ofEpochMilli(outcome.times()[0]),
                outcome.configHash(),
                plan.dataHash(),
                createdAt);
    }

    private List<RunTrade> trades() {
        List<RunTrade> trades = new ArrayList<>();
        outcome.trades()
                .forEach(trade -> trades.add(TradeView.closed(plan.runId() + "-" + (trades.size() + 1), trade)));
        return trades;
    }

    private @Nullable RunTrade openPosition() {
        return outcome.openPositions().isEmpty()
                ? null
                : TradeView.open(
                        plan.runId() + "-open",
                        outcome.openPositions().getFirst(),
                        plan.candles().getLast().close());
    }

    private Map<String, RunResult.Criterion> criteria(SuccessCriteria met) {
        Map<String, RunResult.Criterion> criteria = new LinkedHashMap<>();
        criteria.put("sharpe", criterion(metrics.sharpe(), SuccessCriteria.MIN_SHARPE, met.sharpe()));
        criteria.put(
                "max_drawdown",
                criterion(positive(metrics.maxDrawdownPct()), -SuccessCriteria.MIN_DRAWDOWN_PCT, met.maxDrawdown()));
        criteria.put("win_rate", criterion(metrics.winRate(), SuccessCriteria.MIN_WIN_RATE, met.winRate()));
        criteria.put(
                "win_loss_ratio",
                criterion(metrics.winLossRatio(), SuccessCriteria.MIN_WIN_LOSS_RATIO, met.winLossRatio()));
        return criteria;
    }

    private static RunResult.Criterion criterion(double value, double threshold, boolean met) {
        return new RunResult.Criterion(known(value), threshold, met);
    }

    private Map<String, @Nullable Double> figures() {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        figures.put("total_return_pct", known(metrics.totalReturnPct()));
        figures.put("annualized_return_pct", known(metrics.annualizedReturnPct()));
        figures.put("sharpe_ratio", known(metrics.sharpe()));
        figures.put("sortino_ratio", known(metrics.sortino()));
        figures.put("calmar_ratio", known(metrics.calmar()));
        figures.put("max_drawdown_pct", known(positive(metrics.maxDrawdownPct())));
        figures.put("winning_trades", (double) metrics.wins());
        figures.put("losing_trades", (double) metrics.losses());
        figures.put("win_rate", known(metrics.winRate()));
        figures.put("avg_win", known(metrics.averageWin()));
        figures.put("avg_loss", known(metrics.averageLoss()));
        figures.put("avg_win_loss_ratio", known(metrics.winLossRatio()));
        figures.put("profit_factor", known(metrics.profitFactor()));
        figures.put("avg_holding_bars", known(metrics.averageHoldingBars()));
        figures.put("exposure_ratio", known(metrics.exposureRatio()));
        figures.put("total_commission", known(metrics.totalCommission()));
        figures.put("total_slippage", known(metrics.totalSlippage()));
        return figures;
    }

    /** Buy at the first close that could be traded and hold. */
    private List<Double> benchmark() {
        List<Double> curve = new ArrayList<>();
        double scale = Double.NaN;
        for (Candle candle : plan.candles()) {
            if (candle.openTime() >= plan.config().tradeFrom()) {
                scale = Double.isNaN(scale) ? metrics.initialEquity() / candle.close() : scale;
                curve.add(candle.close() * scale);
            }
        }
        return curve;
    }

    private static double positive(double negative) {
        return Math.abs(negative);
    }

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
