package io.fluxhero.backtest.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored run without its curves. Percentages of drawdown are positive, win rate is a fraction.
 *
 * @param successCriteriaMet of a walk-forward: whether it passes
 */
public record RunSummary(
        Run.Kind kind,
        String runId,
        String symbol,
        LocalDate startDate,
        LocalDate endDate,
        String strategyMode,
        double initialCapital,
        double finalEquity,
        double totalReturnPct,
        @Nullable Double sharpeRatio,
        double maxDrawdownPct,
        @Nullable Double winRate,
        int numTrades,
        boolean successCriteriaMet,
        String configHash,
        String dataHash,
        Instant createdAt) {}
