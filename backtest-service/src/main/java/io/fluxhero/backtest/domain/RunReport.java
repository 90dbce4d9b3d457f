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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what the engine measured into what a reader gets; it computes nothing that the engine knows. */
public final class RunReport {

    private final RunPlan plan;
    private final RunRequest request;
    private final BacktestResult outcome;
    private final Metrics metrics;
    private final PerformanceReport performance;
    private final Instant createdAt;

    public RunReport(RunPlan plan, BacktestResult outcome, Instant createdAt) {
        this.plan = plan;
        request = plan.request();
        this.outcome = outcome;
        metrics = outcome.metrics();
        performance =
                RunPerformance.ofBasket(outcome, plan.config(), plan.candles().values());
        this.createdAt = createdAt;
    }

    public RunResult result() {
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
                metrics.successCriteria().allMet(),
                flags(),
                criteria(metrics.successCriteria()),
                PerformanceView.figures(performance),
                column(outcome.equity()),
                Arrays.stream(outcome.times()).mapToObj(Instant::ofEpochMilli).toList(),
                column(RunPerformance.buyAndHoldAll(outcome, plan.candles().values())),
                trades(),
                openPositions().stream().findFirst().orElse(null),
                openPositions(),
                outcome.denied().size(),
                outcome.times().length == 0 ? null : Instant.ofEpochMilli(outcome.times()[0]),
                outcome.configHash(),
                plan.dataHash(),
                createdAt,
                overfit(),
                PerformanceView.years(performance.calendar()),
                PerformanceView.drawdowns(performance.worstDrawdowns(), outcome.times()),
                PerformanceView.breakdowns(performance),
                PerformanceView.rolling(performance.rolling()));
    }

    private static List<Double> column(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private Map<String, Boolean> flags() {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        criteria(metrics.successCriteria()).forEach((name, criterion) -> flags.put(name, criterion.met()));
        return flags;
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

    private List<RunTrade> openPositions() {
        return outcome.openPositions().stream()
                .map(held -> TradeView.open(
                        plan.runId() + "-open-" + held.symbol(),
                        held,
                        Objects.requireNonNull(plan.candles().get(held.symbol()))
                                .getLast()
                                .close()))
                .toList();
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
