package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's safety at a glance: status, drawdown, exposure and every limit. */
public record RiskState(
        String tradingStatus,
        @Nullable String haltReason,
        @Nullable String haltTrigger,
        @Nullable Instant haltedAt,
        @Nullable String haltedBy,
        @Nullable BigDecimal drawdownPct,
        @Nullable BigDecimal exposurePct,
        @Nullable BigDecimal dailyPnlPct,
        @Nullable BigDecimal openRisk,
        List<RiskLimit> limits,
        @Nullable Instant asOf) {}
