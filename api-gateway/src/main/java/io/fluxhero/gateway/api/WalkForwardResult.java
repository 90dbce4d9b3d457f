package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a walk-forward; undefined statistics are null. pass_rate and win rates are fractions, *_pct are percent, drawdowns are positive. combined_equity_curve and timestamps have one entry for each tested bar. Where is_optimised is false one configuration was tested in parts. */
public record WalkForwardResult(
        String runId,
        String symbol,
        @Nullable String timeframe,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable String strategyMode,
        BigDecimal initialCapital,
        BigDecimal finalCapital,
        BigDecimal totalReturnPct,
        int totalWindows,
        int profitableWindows,
        int noTradeWindows,
        BigDecimal passRate,
        BigDecimal passThreshold,
        boolean passesWalkForwardTest,
        @Nullable BigDecimal aggregateSharpe,
        @Nullable BigDecimal aggregateMaxDrawdownPct,
        @Nullable BigDecimal aggregateWinRate,
        int totalTrades,
        List<WalkForwardWindow> windowResults,
        List<BigDecimal> combinedEquityCurve,
        List<String> timestamps,
        int trainBars,
        int testBars,
        boolean isAnchored,
        boolean isOptimised,
        @Nullable String objective,
        int candidates,
        @Nullable BigDecimal efficiency,
        @Nullable BigDecimal unchangedRatio,
        Map<String, ParameterSpread> parameterStability,
        @Nullable Overfit overfit,
        List<DateGap> dateGaps,
        @Nullable String configHash,
        @Nullable String dataHash,
        @Nullable Instant createdAt)
        implements BacktestRun {}
