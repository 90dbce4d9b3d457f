package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of the account at a moment: as asked for, or as kept at 09:00 and 16:00 New York. _pct in percent.
 *
 * @param session exchange date of the newest bar
 * @param level NORMAL, WARNING or CRITICAL drawdown
 * @param riskDeployed lost at the stops from the entry prices
 * @param worstCase lost at the stops from the current prices
 * @param gapCase lost where every position goes a tenth against us at once
 * @param alerts of the session or of this day, newest first, ten at most
 */
public record RiskReport(
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
        @Nullable LargestPosition largest,
        String tradingStatus,
        @Nullable String haltTrigger,
        BigDecimal sizeFactor,
        BigDecimal stopAtr,
        List<ModeReport> modes,
        ReturnCorrelations correlations,
        List<RiskAlertView> alerts) {}
