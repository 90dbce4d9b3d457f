package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One execution. */
public record Fill(
        String id,
        String orderId,
        @Nullable String entryOrderId,
        String symbol,
        Instant time,
        String intent,
        String side,
        @Nullable String positionSide,
        long quantity,
        BigDecimal price,
        BigDecimal commission,
        BigDecimal slippage,
        @Nullable Long remainingQuantity,
        @Nullable String correlationId) {}
