package io.fluxhero.risk.domain.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of the account at a moment (domain specification i.4). Money in dollars, {@code Pct} in percent.
 *
 * @param session exchange date of the newest bar, {@code null} before the first
 * @param drawdown below the peak, 0 at it
 * @param level {@code NORMAL}, {@code WARNING} or {@code CRITICAL}
 * @param riskDeployed lost at the stops from the entry prices
 * @param worstCase lost at the stops from the current prices
 * @param gapCase lost where every position goes a tenth against us at once
 * @param sizeFactor on the size of new positions
 * @param stopAtr distance of trailing stops, in ATR
 * @param alerts of the session or of this day, newest first, ten at most
 */
public record DailyReport(
        Instant takenAt,
        String account,
        @Nullable LocalDate session,
        BigDecimal equity,
        BigDecimal cash,
        BigDecimal peakEquity,
        BigDecimal drawdown,
        BigDecimal drawdownPct,
        String level,
        int positions,
        BigDecimal exposure,
        BigDecimal exposurePct,
        BigDecimal riskDeployed,
        BigDecimal worstCase,
        BigDecimal gapCase,
        @Nullable Largest largest,
        String tradingStatus,
        @Nullable String haltTrigger,
        BigDecimal sizeFactor,
        BigDecimal stopAtr,
        List<ModeReport> modes,
        Correlations correlations,
        List<AlertRecord> alerts) {

    /** The position of the highest value. */
    public record Largest(String symbol, BigDecimal value, BigDecimal pct) {}

    /**
     * How a mode did since it was last judged, and what it is trusted with.
     *
     * @param weight factor on the risk per trade
     * @param sharpePerTrade not annualised, {@code null} where it is undefined
     * @param maxDrawdownPct greatest fall of its profits, of equity
     */
    public record ModeReport(
            String mode,
            BigDecimal weight,
            int trades,
            int wins,
            int losses,
            BigDecimal winRatePct,
            BigDecimal totalPnl,
            @Nullable BigDecimal sharpePerTrade,
            BigDecimal maxDrawdownPct) {}

    /** Correlations of returns, row by row in the order of the symbols; {@code null} while too few are known. */
    public record Correlations(List<String> symbols, List<List<@Nullable BigDecimal>> values) {}
}
