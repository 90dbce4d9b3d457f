package io.fluxhero.backtest.domain;

import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.RunPerformance;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.SuccessCriteria;
import io.fluxhero.engine.validation.OverfitVerdict;
import io.fluxhero.engine.validation.SharpeEvidence;
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
    private final PerformanceReport performance;
    private final Instant createdAt;

    public RunReport(RunPlan plan, BacktestResult outcome, Instant createdAt) {
        this.plan = plan;
        this.outcome = outcome;
        metrics = outcome.metrics();
        performance = RunPerformance.of(outcome, plan.config(), plan.candles());
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
                PerformanceView.figures(performance),
                Arrays.stream(outcome.equity()).boxed().toList(),
                Arrays.stream(outcome.times()).mapToObj(Instant::ofEpochMilli).toList(),
                Arrays.stream(RunPerformance.buyAndHold(outcome, plan.candles()))
                        .boxed()
                        .toList(),
                trades,
                openPosition(),
                outcome.denied().size(),
                outcome.times().length == 0 ? null : Instant.ofEpochMilli(outcome.times()[0]),
                outcome.configHash(),
                plan.dataHash(),
                createdAt,
                overfit(),
                PerformanceView.years(performance.calendar()),
                PerformanceView.drawdowns(performance.worstDrawdowns(), outcome.times()),
                PerformanceView.groups(performance.byMode()),
                PerformanceView.groups(performance.byRegime()),
                PerformanceView.groups(performance.byExitReason()),
                PerformanceView.beside(performance.rolling().sharpe()),
                PerformanceView.beside(performance.rolling().volatility()));
    }

    private RunResult.Overfit overfit() {
        double free = plan.config().riskFreeRate() / plan.config().timeframe().periodsPerYear();
        SharpeEvidence evidence = SharpeEvidence.of(EquityCurve.returns(outcome.equity()), free);
        return PerformanceView.overfit(
                OverfitVerdict.of(evidence, plan.request().trials()));
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

    private static double positive(double negative) {
        return Math.abs(negative);
    }

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
