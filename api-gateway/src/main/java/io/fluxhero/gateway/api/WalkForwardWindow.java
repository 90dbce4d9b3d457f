package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One window: learned from the train dates, tested on the test dates, both included; ids count from 1. parameters are those that training chose. */
public record WalkForwardWindow(
        int windowId,
        LocalDate trainStartDate,
        LocalDate trainEndDate,
        LocalDate testStartDate,
        LocalDate testEndDate,
        BigDecimal initialEquity,
        BigDecimal finalEquity,
        BigDecimal returnPct,
        @Nullable BigDecimal sharpeRatio,
        @Nullable BigDecimal maxDrawdownPct,
        @Nullable BigDecimal winRate,
        int numTrades,
        boolean isProfitable,
        Map<String, String> parameters,
        boolean wasOptimised,
        @Nullable BigDecimal inSampleScore,
        @Nullable BigDecimal inSampleGrowthPct,
        @Nullable BigDecimal outOfSampleGrowthPct) {}
