package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One simulated round trip. */
public record BacktestTrade(
        @Nullable String id,
        @Nullable String symbol,
        int side,
        BigDecimal entryPrice,
        Instant entryTime,
        @Nullable BigDecimal exitPrice,
        @Nullable Instant exitTime,
        long shares,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal pnlPct,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal slippage,
        @Nullable String strategy,
        @Nullable String regime,
        @Nullable String exitReason,
        @Nullable Integer holdingBars,
        @Nullable String signalReason,
        @Nullable String sideName,
        @Nullable String status,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal currentPrice,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable SignalExplanation signalExplanation,
        @Nullable BigDecimal rMultiple,
        @Nullable BigDecimal mae,
        @Nullable BigDecimal mfe) {}
