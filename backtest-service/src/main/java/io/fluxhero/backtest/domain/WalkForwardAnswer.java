package io.fluxhero.backtest.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a walk-forward says. Undefined statistics are {@code null}; drawdowns are positive, in percent; win rate and
 * pass rate are fractions.
 *
 * @param aggregateSharpe of the stitched out-of-sample curve
 * @param noTradeWindows windows in which nothing was traded; they do not count as profitable
 * @param isOptimised whether training chose among several candidates; else this is a test of one configuration in parts
 * @param efficiency yearly growth out of sample over that in sample
 * @param unchangedRatio fraction of the windows that kept the parameters of the one before
 * @param combinedEquityCurve at the close of each tested bar
 * @param dateGaps neighbouring bars more than five days apart
 */
public record WalkForwardAnswer(
        String runId,
        String symbol,
        String timeframe,
        LocalDate startDate,
        LocalDate endDate,
        String strategyMode,
        double initialCapital,
        double finalCapital,
        double totalReturnPct,
        int totalWindows,
        int profitableWindows,
        int noTradeWindows,
        double passRate,
        double passThreshold,
        boolean passesWalkForwardTest,
        @Nullable Double aggregateSharpe,
        double aggregateMaxDrawdownPct,
        @Nullable Double aggregateWinRate,
        int totalTrades,
        List<Window> windowResults,
        List<Double> combinedEquityCurve,
        List<Instant> timestamps,
        int trainBars,
        int testBars,
        boolean isAnchored,
        boolean isOptimised,
        String objective,
        int candidates,
        @Nullable Double efficiency,
        @Nullable Double unchangedRatio,
        Map<String, Spread> parameterStability,
        RunResult.Overfit overfit,
        List<Gap> dateGaps,
        String configHash,
        String dataHash,
        Instant createdAt)
        implements Run {

    @Override
    public RunSummary summary() {
        return new RunSummary(
                Kind.WALK_FORWARD,
                runId,
                symbol,
                startDate,
                endDate,
                strategyMode,
                initialCapital,
                finalCapital,
                totalReturnPct,
                aggregateSharpe,
                aggregateMaxDrawdownPct,
                aggregateWinRate,
                totalTrades,
                passesWalkForwardTest,
                configHash,
                dataHash,
                createdAt);
    }

    /**
     * One window; ids count from 1, dates are those of the exchange and included.
     *
     * @param parameters that training chose; empty where nothing was optimised
     * @param inSampleScore the objective in training
     */
    public record Window(
            int windowId,
            LocalDate trainStartDate,
            LocalDate trainEndDate,
            LocalDate testStartDate,
            LocalDate testEndDate,
            double initialEquity,
            double finalEquity,
            double returnPct,
            @Nullable Double sharpeRatio,
            double maxDrawdownPct,
            @Nullable Double winRate,
            int numTrades,
            boolean isProfitable,
            Map<String, String> parameters,
            boolean wasOptimised,
            @Nullable Double inSampleScore,
            @Nullable Double inSampleGrowthPct,
            @Nullable Double outOfSampleGrowthPct) {}

    /** What training chose for one parameter; mean and deviation where its values are numbers. */
    public record Spread(
            List<String> values,
            int distinct,
            @Nullable Double mean,
            @Nullable Double deviation) {}

    /** Two neighbouring bars that are far apart. */
    public record Gap(LocalDate before, LocalDate after, double days) {}
}
