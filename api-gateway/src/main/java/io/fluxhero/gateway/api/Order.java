package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order and how far it has come. */
public record Order(
        String id,
        @Nullable String signalId,
        String symbol,
        @Nullable String timeframe,
        @Nullable Instant barTime,
        String intent,
        String side,
        String type,
        long quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable String positionSide,
        @Nullable String mode,
        String state,
        long filledQuantity,
        @Nullable BigDecimal averagePrice,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
