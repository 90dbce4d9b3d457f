package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account as risk sees it. */
public record Account(
        String account,
        BigDecimal equity,
        BigDecimal cash,
        @Nullable BigDecimal buyingPower,
        @Nullable BigDecimal totalPnl,
        @Nullable BigDecimal dailyPnl,
        @Nullable BigDecimal dailyPnlPct,
        int numPositions,
        @Nullable BigDecimal exposure,
        @Nullable BigDecimal exposurePct,
        @Nullable BigDecimal drawdownPct,
        @Nullable BigDecimal peakEquity,
        @Nullable BigDecimal openRisk,
        @Nullable BigDecimal initialCapital,
        String tradingStatus,
        @Nullable String haltReason,
        @Nullable String haltTrigger,
        @Nullable Instant haltedAt,
        @Nullable String haltedBy,
        @Nullable Long epoch,
        @Nullable Instant asOf) {}
