package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored run without its curves. */
public record BacktestSummary(
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
