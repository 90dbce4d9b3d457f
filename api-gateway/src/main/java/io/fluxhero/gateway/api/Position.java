package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open position; side is 1 for long and -1 for short. */
public record Position(
        String id,
        String symbol,
        int side,
        long shares,
        BigDecimal entryPrice,
        @Nullable BigDecimal currentPrice,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable BigDecimal unrealizedPnlPct,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        Instant entryTime,
        @Nullable Instant updatedAt,
        @Nullable String strategy,
        @Nullable String entryOrderId,
        @Nullable String sideName,
        @Nullable BigDecimal initialStop,
        @Nullable String signalReason) {}
