package io.fluxhero.engine.performance;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything that is measured of one run. {@code NaN} is undefined.
 *
 * @param metrics the summary
 * @param ulcerIndex see {@link DrawdownEpisode#ulcerIndex}
 * @param recoveryFactor see {@link DrawdownEpisode#recoveryFactor}
 * @param turnover times a year that mean equity was traded: half of what was bought and sold. Grinold and Kahn (1999)
 * @param benchmark empty where there is none
 * @param worstDrawdowns at most five
 * @param rolling over a quarter of a year
 */
public record PerformanceReport(
        Metrics metrics,
        ReturnDistribution returns,
        TradeEdge edge,
        Excursions excursions,
        double ulcerIndex,
        double recoveryFactor,
        double turnover,
        Optional<BenchmarkComparison> benchmark,
        List<DrawdownEpisode> worstDrawdowns,
        CalendarReturns calendar,
        RollingFigures rolling,
        SortedMap<String, TradeGroup> byMode,
        SortedMap<String, TradeGroup> byRegime,
        SortedMap<String, TradeGroup> byExitReason) {

    private static final int WORST = 5;
    private static final double QUARTERS = 4;

    /** Of a run. */
    public static PerformanceReport of(RunFigures run) {
        double[] returns = EquityCurve.returns(run.equity());
        Metrics metrics = run.metrics();
        int window = (int) Math.max(2, Math.round(run.periodsPerYear() / QUARTERS));
        return new PerformanceReport(
                metrics,
                ReturnDistribution.of(returns, run.periodsPerYear()),
                edge(run.trades()),
                Excursions.of(run.trades()),
                DrawdownEpisode.ulcerIndex(run.equity()),
                DrawdownEpisode.recoveryFactor(metrics.totalReturnPct(), metrics.maxDrawdownPct()),
                turnover(run),
                benchmark(run, returns),
                DrawdownEpisode.worst(run.equity(), WORST),
                CalendarReturns.of(run.times(), run.equity(), metrics.initialEquity()),
                RollingFigures.of(returns, window, run.riskFree(), run.periodsPerYear()),
                TradeGroup.by(TradeResult::mode, run.trades()),
                TradeGroup.by(TradeResult::regime, run.trades()),
                TradeGroup.by(TradeResult::exitReason, run.trades()));
    }

    private static TradeEdge edge(List<TradeResult> trades) {
        return TradeEdge.of(
                trades.stream().mapToDouble(TradeResult::pnl).toArray(),
                trades.stream().mapToDouble(TradeResult::rMultiple).toArray());
    }

    private static double turnover(RunFigures run) {
        double traded = 0;
        for (TradeResult trade : run.trades()) {
            traded += trade.tradedValue();
        }
        double years = run.equity().length / run.periodsPerYear();
        return traded / 2 / Moments.mean(run.equity()) / years;
    }

    private static Optional<BenchmarkComparison> benchmark(RunFigures run, double[] returns) {
        return run.benchmark().length == 0
                ? Optional.empty()
                : Optional.of(BenchmarkComparison.of(
                        returns, EquityCurve.returns(run.benchmark()), run.riskFree(), run.periodsPerYear()));
    }
}
