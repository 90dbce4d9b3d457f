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
 * @param symbol several are parted by commas
 * @param benchmarkCurve the same money in the symbol from the first to the last close; in equal parts in several
 * @param openPosition the first of {@code openPositions}
 * @param openPositions held at the end, in order of symbol; absent from runs stored before they were listed
 * @param tradedFrom first bar that could be traded; the curves begin here
 * @param overfit whether the result is more than luck; this and what follows is absent from runs stored before it was
 *     measured
 * @param breakdowns trades by {@code mode}, {@code regime} and {@code exit_reason}
 * @param rolling {@code sharpe} and {@code volatility} (a year, fraction) over a quarter of a year, one for each point of the
 *     curve
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
        @Nullable List<RunTrade> openPositions,
        int deniedSignals,
        @Nullable Instant tradedFrom,
        String configHash,
        String dataHash,
        Instant createdAt,
        @Nullable Overfit overfit,
        @Nullable List<YearOfReturns> monthlyReturns,
        @Nullable List<DrawdownSpan> worstDrawdowns,
        @Nullable Map<String, Map<String, TradesInCommon>> breakdowns,
        @Nullable Map<String, List<@Nullable Double>> rolling)
        implements Run {

    @Override
    public RunSummary summary() {
        return new RunSummary(
                Kind.BACKTEST,
                runId,
                symbol,
                startDate,
                endDate,
                strategyMode,
                initialCapital,
                finalEquity,
                totalReturnPct,
                sharpeRatio,
                maxDrawdownPct,
                winRate,
                numTrades,
                successCriteriaMet,
                configHash,
                dataHash,
                createdAt);
    }

    /** One bound and what was measured. */
    public record Criterion(@Nullable Double value, double threshold, boolean met) {}

    /**
     * Bailey and Lopez de Prado's tests. Ratios are per bar and net of the risk-free rate.
     *
     * @param verdict SUPPORTED, LIKELY_OVERFIT, NOT_PROVEN or UNDEFINED
     * @param minimumTrackRecord bars needed to call the ratio positive with 95 % confidence; {@code null} where it is not
     * @param overfitProbability {@code null} for a single run
     */
    public record Overfit(
            String verdict,
            int observations,
            int trials,
            @Nullable Double probabilisticSharpe,
            @Nullable Double expectedBestSharpe,
            @Nullable Double deflatedSharpe,
            @Nullable Double minimumTrackRecord,
            @Nullable Double overfitProbability) {}

    /** A row of the monthly grid: twelve values in percent, and the year. */
    public record YearOfReturns(int year, List<@Nullable Double> monthsPct, double yearPct) {}

    /** A stay below a former peak: depth in percent, positive; {@code recovery} is {@code null} while it lasts. */
    public record DrawdownSpan(
            double depthPct,
            Instant peak,
            Instant trough,
            @Nullable Instant recovery) {}

    /** Trades of one mode, regime or reason of exit. */
    public record TradesInCommon(
            int trades,
            @Nullable Double winRate,
            double pnl,
            @Nullable Double profitFactor,
            @Nullable Double averageR,
            @Nullable Double avgHoldingBars) {}
}
