package io.fluxhero.gateway.api.frame;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest bar of a symbol: {@code type} is price_update; replay fields are null outside a replay. */
public record PriceUpdate(
        String type,
        String symbol,
        Instant timestamp,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        @Nullable Integer replayIndex,
        @Nullable Integer totalRows) {}
