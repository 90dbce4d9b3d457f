package io.fluxhero.gateway.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The market data feed as market-data-service describes it. */
public record FeedStatus(
        String feed,
        String state,
        @Nullable String detail,
        @Nullable String speed,
        List<FeedSymbol> symbols,
        @Nullable Instant lastTickAt,
        @Nullable Long quarantinedBars) {}
