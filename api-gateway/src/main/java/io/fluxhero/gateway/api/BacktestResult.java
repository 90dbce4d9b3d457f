package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run; undefined statistics are null. win_rate is a fraction, *_pct are percent, drawdowns are positive.
 * What follows data_hash is empty for runs stored before it was measured.
 */
public record BacktestResult(
        String runId,
        String symbol,
        LocalDate startDate,
        LocalDate endDate,
        BigDecimal initialCapital,
        BigDecimal finalEquity,
        BigDecimal totalReturn,
        BigDecimal totalReturnPct,
        @Nullable BigDecimal sharpeRatio,
        @Nullable BigDecimal maxDrawdown,
        @Nullable BigDecimal maxDrawdownPct,
        @Nullable BigDecimal winRate,
        int numTrades,
        @Nullable Integer totalTrades,
        @Nullable BigDecimal avgWinLossRatio,
        boolean successCriteriaMet,
        Map<String, @Nullable Boolean> criteria,
        Map<String, @Nullable BigDecimal> metrics,
        List<BigDecimal> equityCurve,
        List<String> timestamps,
        List<BacktestTrade> trades,
        @Nullable BacktestTrade openPosition,
        @Nullable List<BacktestTrade> openPositions,
        @Nullable String strategyMode,
        @Nullable String configHash,
        @Nullable Instant createdAt,
        @Nullable String timeframe,
        Map<String, Criterion> criteriaDetails,
        List<BigDecimal> benchmarkCurve,
        @Nullable Integer deniedSignals,
        @Nullable Instant tradedFrom,
        @Nullable String dataHash,
        @Nullable Overfit overfit,
        List<YearOfReturns> monthlyReturns,
        List<DrawdownSpan> worstDrawdowns,
        Map<String, Map<String, TradesInCommon>> breakdowns,
        Map<String, List<@Nullable BigDecimal>> rolling)
        implements BacktestRun {}
