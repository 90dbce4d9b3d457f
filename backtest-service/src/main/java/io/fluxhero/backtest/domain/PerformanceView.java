package io.fluxhero.backtest.domain;

import static io.fluxhero.backtest.domain.RunReport.known;

import io.fluxhero.engine.performance.CalendarReturns;
import io.fluxhero.engine.performance.DrawdownEpisode;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.ReturnDistribution;
import io.fluxhero.engine.performance.TradeEdge;
import io.fluxhero.engine.performance.TradeGroup;
import io.fluxhero.engine.validation.OverfitVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The figures of a run as a reader gets them: what is undefined is {@code null}. It computes nothing. */
final class PerformanceView {

    private PerformanceView() {}

    /** Every figure that is one number, by name. */
    static Map<String, @Nullable Double> figures(PerformanceReport report) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        addSummary(report.metrics(), figures);
        addReturns(report, figures);
        addTrades(report, figures);
        report.benchmark().ifPresent(benchmark -> {
            figures.put("alpha", known(benchmark.alpha()));
            figures.put("beta", known(benchmark.beta()));
            figures.put("r_squared", known(benchmark.rSquared()));
            figures.put("information_ratio", known(benchmark.informationRatio()));
            figures.put("tracking_error", known(benchmark.trackingError()));
        });
        return figures;
    }

    private static void addSummary(Metrics metrics, Map<String, @Nullable Double> figures) {
        figures.put("total_return_pct", known(metrics.totalReturnPct()));
        figures.put("annualized_return_pct", known(metrics.annualizedReturnPct()));
        figures.put("sharpe_ratio", known(metrics.sharpe()));
        figures.put("sortino_ratio", known(metrics.sortino()));
        figures.put("calmar_ratio", known(metrics.calmar()));
        figures.put("max_drawdown_pct", known(Math.abs(metrics.maxDrawdownPct())));
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
    }

    private static void addReturns(PerformanceReport report, Map<String, @Nullable Double> figures) {
        ReturnDistribution returns = report.returns();
        figures.put("annual_volatility", known(returns.annualVolatility()));
        figures.put("skewness", known(returns.skewness()));
        figures.put("kurtosis", known(returns.excessKurtosis()));
        figures.put("var_95", known(returns.valueAtRisk95()));
        figures.put("cvar_95", known(returns.conditionalValueAtRisk95()));
        figures.put("tail_ratio", known(returns.tailRatio()));
        figures.put("omega_ratio", known(returns.omega()));
        figures.put("best_return", known(returns.best()));
        figures.put("worst_return", known(returns.worst()));
        figures.put("positive_returns", known(returns.positiveRatio()));
        figures.put("ulcer_index", known(report.ulcerIndex()));
        figures.put("recovery_factor", known(report.recoveryFactor()));
        figures.put("turnover_per_year", known(report.turnover()));
    }

    private static void addTrades(PerformanceReport report, Map<String, @Nullable Double> figures) {
        TradeEdge edge = report.edge();
        figures.put("expectancy", known(edge.expectancy()));
        figures.put("avg_r_multiple", known(edge.averageR()));
        figures.put("sqn", known(edge.systemQuality()));
        figures.put("kelly_fraction", known(edge.kelly()));
        figures.put("max_consecutive_wins", (double) edge.longestWinStreak());
        figures.put("max_consecutive_losses", (double) edge.longestLossStreak());
        figures.put("best_trade", known(edge.bestTrade()));
        figures.put("worst_trade", known(edge.worstTrade()));
        figures.put("avg_mae", known(report.excursions().averageAdverse()));
        figures.put("avg_mfe", known(report.excursions().averageFavourable()));
        figures.put("edge_ratio", known(report.excursions().edgeRatio()));
        figures.put("capture_ratio", known(report.excursions().captureRatio()));
    }

    static RunResult.Overfit overfit(OverfitVerdict verdict) {
        return new RunResult.Overfit(
                verdict.verdict().name(),
                verdict.observations(),
                verdict.trials(),
                known(verdict.probabilisticSharpe()),
                known(verdict.expectedBest()),
                known(verdict.deflatedSharpe()),
                known(verdict.minimumTrackRecord()),
                known(verdict.overfitProbability()));
    }

    static List<RunResult.YearOfReturns> years(CalendarReturns calendar) {
        List<RunResult.YearOfReturns> years = new ArrayList<>();
        for (CalendarReturns.Year year : calendar.years()) {
            years.add(new RunResult.YearOfReturns(year.year(), column(year.monthPct()), year.yearPct()));
        }
        return years;
    }

    static List<RunResult.DrawdownSpan> drawdowns(List<DrawdownEpisode> worst, long[] times) {
        List<RunResult.DrawdownSpan> spans = new ArrayList<>();
        for (DrawdownEpisode episode : worst) {
            spans.add(new RunResult.DrawdownSpan(
                    Math.abs(episode.percent()),
                    Instant.ofEpochMilli(times[episode.peak()]),
                    Instant.ofEpochMilli(times[episode.trough()]),
                    episode.hasRecovered() ? Instant.ofEpochMilli(times[episode.recovery()]) : null));
        }
        return spans;
    }

    static Map<String, RunResult.TradesInCommon> groups(SortedMap<String, TradeGroup> groups) {
        Map<String, RunResult.TradesInCommon> views = new LinkedHashMap<>();
        groups.forEach((name, group) -> views.put(
                name,
                new RunResult.TradesInCommon(
                        group.statistics().trades(),
                        known(group.statistics().winRate()),
                        group.pnl(),
                        known(group.statistics().profitFactor()),
                        known(group.averageR()),
                        known(group.averageHoldingBars()))));
        return views;
    }

    /** One value for each point of the curve: the first point has no return before it. */
    static List<@Nullable Double> beside(double[] ofReturns) {
        List<@Nullable Double> values = new ArrayList<>(ofReturns.length + 1);
        values.add(null);
        values.addAll(column(ofReturns));
        return values;
    }

    private static List<@Nullable Double> column(double[] values) {
        List<@Nullable Double> column = new ArrayList<>(values.length);
        Arrays.stream(values).forEach(value -> column.add(known(value)));
        return column;
    }
}
