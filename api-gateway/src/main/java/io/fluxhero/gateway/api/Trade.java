package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A round trip, open or closed; side is 1 for long and -1 for short. */
public record Trade(
        String id,
        String symbol,
        int side,
        BigDecimal entryPrice,
        Instant entryTime,
        @Nullable BigDecimal exitPrice,
        @Nullable Instant exitTime,
        long shares,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal realizedPnlPct,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal slippage,
        String status,
        @Nullable String strategy,
        @Nullable String regime,
        @Nullable String exitReason,
        @Nullable String signalReason,
        @Nullable SignalExplanation signalExplanation,
        @Nullable String signalId,
        @Nullable String entryOrderId,
        @Nullable String exitOrderId,
        @Nullable String correlationId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String sideName,
        @Nullable BigDecimal initialStop) {}
