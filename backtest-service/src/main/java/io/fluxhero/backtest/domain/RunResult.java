package io.fluxhero.backtest.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run says. Undefined statistics are {@code null}.
 *
 * @param maxDrawdown money, positive
 * @param maxDrawdownPct percent, positive
 * @param winRate fraction
 * @param criteria name to met
 * @param criteriaDetails name to value, threshold and met
 * @param benchmarkCurve the same money in the symbol from the first to the last close
 * @param tradedFrom first bar that could be traded; the curves begin here
 */
public record RunResult(
        String runId,
        String symbol,
        String timeframe,
        LocalDate startDate,
        LocalDate endDate,
        String strategyMode,
        double initialCapital,
        double finalEquity,
        double totalReturn,
        double totalReturnPct,
        @Nullable Double sharpeRatio,
        double maxDrawdown,
        double maxDrawdownPct,
        @Nullable Double winRate,
        int numTrades,
        int totalTrades,
        @Nullable Double avgWinLossRatio,
        boolean successCriteriaMet,
        Map<String, Boolean> criteria,
        Map<String, Criterion> criteriaDetails,
        Map<String, @Nullable Double> metrics,
        List<Double> equityCurve,
        List<Instant> timestamps,
        List<Double> benchmarkCurve,
        List<RunTrade> trades,
        @Nullable RunTrade openPosition,
        int deniedSignals,
        @Nullable Instant tradedFrom,
        String configHash,
        String dataHash,
        Instant createdAt) {

    /** One bound and what was measured. */
    public record Criterion(@Nullable Double value, double threshold, boolean met) {}
}
