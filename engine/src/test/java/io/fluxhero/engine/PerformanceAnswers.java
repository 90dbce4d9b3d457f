package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.performance.BenchmarkComparison;
import io.fluxhero.engine.performance.ClosedPositions;
import io.fluxhero.engine.performance.DrawdownEpisode;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.ReturnDistribution;
import io.fluxhero.engine.performance.SeedFallbacks;
import io.fluxhero.engine.performance.SuccessCriteria;
import io.fluxhero.engine.performance.TradeEdge;
import io.fluxhero.engine.performance.TradeStatistics;
import java.util.Arrays;
import java.util.Map;

/** How the vectors of metrics are put to our classes; what is undefined with us is shown there as the seeds show it. */
final class PerformanceAnswers {

    private static final double DAYS = 252;
    private static final double RISK_FREE = 0.04;

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("returns", vector -> EquityCurve.returns(Series.of(vector, "equity"))),
            Map.entry("sharpe", PerformanceAnswers::sharpe),
            Map.entry("sortino", PerformanceAnswers::sortino),
            Map.entry("calmar", PerformanceAnswers::calmar),
            Map.entry("max_drawdown", PerformanceAnswers::maxDrawdown),
            Map.entry("win_rate", vector -> SeedFallbacks.orZero(trades(vector).winRate())),
            Map.entry(
                    "win_loss_ratio",
                    vector -> SeedFallbacks.orZero(trades(vector).winLossRatio())),
            Map.entry("profit_factor", PerformanceAnswers::profitFactor),
            Map.entry("total_return", PerformanceAnswers::totalReturn),
            Map.entry(
                    "annualized_return",
                    vector ->
                            EquityCurve.annualizedReturnPct(vector.number("total_return_pct"), vector.number("days"))),
            Map.entry("avg_holding", PerformanceAnswers::averageHolding),
            Map.entry("all_metrics", PerformanceAnswers::allMetrics),
            Map.entry("success_criteria", PerformanceAnswers::successCriteria),
            Map.entry(
                    "var",
                    vector -> SeedFallbacks.orZero(
                            ReturnDistribution.valueAtRisk(Series.of(vector, "returns"), vector.number("confidence")))),
            Map.entry(
                    "cvar",
                    vector -> SeedFallbacks.orZero(ReturnDistribution.conditionalValueAtRisk(
                            Series.of(vector, "returns"), vector.number("confidence")))),
            Map.entry(
                    "skewness",
                    vector -> SeedFallbacks.orZero(ReturnDistribution.skewness(Series.of(vector, "returns")))),
            Map.entry(
                    "kurtosis",
                    vector -> SeedFallbacks.orZero(ReturnDistribution.excessKurtosis(Series.of(vector, "returns")))),
            Map.entry(
                    "tail_ratio",
                    vector -> SeedFallbacks.or(ReturnDistribution.tailRatio(Series.of(vector, "returns")), 1)),
            Map.entry("kelly", PerformanceAnswers::kelly),
            Map.entry("recovery_factor", PerformanceAnswers::recoveryFactor),
            Map.entry(
                    "ulcer_index",
                    vector -> SeedFallbacks.orZero(DrawdownEpisode.ulcerIndex(Series.of(vector, "equity")))),
            Map.entry("alpha_beta", PerformanceAnswers::alphaBeta),
            Map.entry("information_ratio", PerformanceAnswers::informationRatio),
            Map.entry(
                    "r_squared_vs_benchmark",
                    vector -> SeedFallbacks.orZero(against(vector).rSquared())),
            Map.entry("streaks", PerformanceAnswers::streaks),
            Map.entry(
                    "periods_per_year",
                    vector -> Timeframe.parse(vector.inputs().get("timeframe").asText())
                            .periodsPerYear()));

    private PerformanceAnswers() {}

    private static double optional(Vector vector, String input, double otherwise) {
        return vector.inputs().has(input) ? vector.number(input) : otherwise;
    }

    private static TradeStatistics trades(Vector vector) {
        return TradeStatistics.of(Series.of(vector, "pnls"));
    }

    private static Object sharpe(Vector vector) {
        return SeedFallbacks.orZero(EquityCurve.sharpe(
                Series.of(vector, "returns"),
                optional(vector, "risk_free", 0),
                optional(vector, "periods_per_year", DAYS)));
    }

    private static Object sortino(Vector vector) {
        double[] returns = Series.of(vector, "returns");
        double target = optional(vector, "target", 0);
        double periods = optional(vector, "periods_per_year", DAYS);
        double excess = Arrays.stream(returns).average().orElse(0) - target / periods;
        return SeedFallbacks.orCap(EquityCurve.sortino(returns, target, periods), excess);
    }

    private static Object calmar(Vector vector) {
        double[] equity = Series.of(vector, "equity");
        int bars = vector.inputs().has("returns") ? vector.numbers("returns").length : equity.length - 1;
        double growth = EquityCurve.growthPct(equity, bars, optional(vector, "periods_per_year", DAYS));
        return SeedFallbacks.orCap(
                DrawdownEpisode.recoveryFactor(
                        growth, EquityCurve.maxDrawdown(equity).percent()),
                growth);
    }

    private static Object maxDrawdown(Vector vector) {
        EquityCurve.Drawdown drawdown = EquityCurve.maxDrawdown(Series.of(vector, "equity"));
        return Map.of(
                "pct", drawdown.percent(), "peak", (double) drawdown.peak(), "trough", (double) drawdown.trough());
    }

    private static Object profitFactor(Vector vector) {
        return SeedFallbacks.orCap(
                trades(vector).profitFactor(),
                SeedFallbacks.orZero(trades(vector).averageWin()));
    }

    private static Object totalReturn(Vector vector) {
        Metrics metrics = Metrics.of(
                vector.number("initial"),
                new double[] {vector.number("final")},
                0,
                0,
                DAYS,
                new ClosedPositions(new double[0], new int[0], 0, 0, 0));
        return Map.of("amount", metrics.finalEquity() - metrics.initialEquity(), "pct", metrics.totalReturnPct());
    }

    private static int[] bars(Vector vector, String input) {
        return Arrays.stream(Series.of(vector, input))
                .mapToInt(bars -> (int) bars)
                .toArray();
    }

    private static Object averageHolding(Vector vector) {
        int[] holding = bars(vector, "bars");
        Metrics metrics = Metrics.of(
                1, new double[] {1}, 0, 0, DAYS, new ClosedPositions(new double[holding.length], holding, 0, 0, 0));
        return SeedFallbacks.orZero(metrics.averageHoldingBars());
    }

    private static Object allMetrics(Vector vector) {
        double[] equity = Series.of(vector, "equity");
        ClosedPositions closed = new ClosedPositions(Series.of(vector, "pnls"), bars(vector, "holding"), 0, 0, 0);
        Metrics metrics = Metrics.of(
                vector.number("initial"),
                equity,
                equity.length,
                optional(vector, "risk_free", RISK_FREE),
                optional(vector, "periods_per_year", DAYS),
                closed);
        EquityCurve.Drawdown drawdown = EquityCurve.maxDrawdown(equity);
        return Map.ofEntries(
                Map.entry("total_return", metrics.finalEquity() - metrics.initialEquity()),
                Map.entry("total_return_pct", metrics.totalReturnPct()),
                Map.entry("total_trades", (double) metrics.trades()),
                Map.entry("winning_trades", (double) metrics.wins()),
                Map.entry("losing_trades", (double) metrics.losses()),
                Map.entry("win_rate", SeedFallbacks.orZero(metrics.winRate())),
                Map.entry("avg_win", SeedFallbacks.orZero(metrics.averageWin())),
                Map.entry("avg_loss", SeedFallbacks.orZero(metrics.averageLoss())),
                Map.entry("avg_win_loss_ratio", SeedFallbacks.orZero(metrics.winLossRatio())),
                Map.entry("avg_holding_period", SeedFallbacks.orZero(metrics.averageHoldingBars())),
                Map.entry("max_drawdown_pct", metrics.maxDrawdownPct()),
                Map.entry("max_drawdown_peak_idx", (double) drawdown.peak()),
                Map.entry("max_drawdown_trough_idx", (double) drawdown.trough()),
                Map.entry("sharpe_ratio", SeedFallbacks.orZero(metrics.sharpe())));
    }

    private static Object successCriteria(Vector vector) {
        JsonNode given = vector.inputs().get("metrics");
        SuccessCriteria criteria = SuccessCriteria.of(
                Series.number(given.path("sharpe_ratio")),
                Series.number(given.path("max_drawdown_pct")),
                Series.number(given.path("win_rate")),
                Series.number(given.path("avg_win_loss_ratio")));
        return Map.of(
                "sharpe_ratio_ok", criteria.sharpe(),
                "max_drawdown_ok", criteria.maxDrawdown(),
                "win_rate_ok", criteria.winRate(),
                "win_loss_ratio_ok", criteria.winLossRatio(),
                "all_criteria_met", criteria.allMet());
    }

    private static Object kelly(Vector vector) {
        return SeedFallbacks.orZero(
                TradeEdge.kelly(vector.number("win_rate"), vector.number("avg_win"), vector.number("avg_loss")));
    }

    private static Object recoveryFactor(Vector vector) {
        double total = vector.number("total_return_pct");
        return SeedFallbacks.orCap(DrawdownEpisode.recoveryFactor(total, vector.number("max_drawdown_pct")), total);
    }

    private static BenchmarkComparison against(Vector vector) {
        return BenchmarkComparison.of(
                Series.of(vector, "strategy"),
                Series.of(vector, "benchmark"),
                optional(vector, "risk_free", 0),
                optional(vector, "periods_per_year", DAYS));
    }

    private static Object alphaBeta(Vector vector) {
        BenchmarkComparison comparison = against(vector);
        return Map.of(
                "alpha", comparison.alphaAt(SeedFallbacks.or(comparison.beta(), 1)),
                "beta", SeedFallbacks.or(comparison.beta(), 1));
    }

    private static Object informationRatio(Vector vector) {
        BenchmarkComparison comparison = against(vector);
        return SeedFallbacks.orCap(comparison.informationRatio(), comparison.activeReturn());
    }

    private static Object streaks(Vector vector) {
        double[] pnls = Series.of(vector, "pnls");
        return Map.of(
                "wins", (double) TradeEdge.longestStreak(pnls, 1),
                "losses", (double) TradeEdge.longestStreak(pnls, -1));
    }
}
