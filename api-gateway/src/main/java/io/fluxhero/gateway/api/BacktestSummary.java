package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored run without its curves; of a walk-forward, success_criteria_met says whether it passes. */
public record BacktestSummary(
        @Schema(enumeration = {BacktestRun.BACKTEST, BacktestRun.WALK_FORWARD})
        String kind,

        String runId,
        String symbol,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable String strategyMode,
        @Nullable BigDecimal initialCapital,
        @Nullable BigDecimal finalEquity,
        @Nullable BigDecimal totalReturnPct,
        @Nullable BigDecimal sharpeRatio,
        @Nullable BigDecimal maxDrawdownPct,
        @Nullable BigDecimal winRate,
        @Nullable Integer numTrades,
        @Nullable Boolean successCriteriaMet,
        @Nullable Instant createdAt,
        @Nullable String configHash,
        @Nullable String dataHash) {}
