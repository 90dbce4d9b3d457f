package io.fluxhero.gateway.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A symbol with stored history. */
public record SymbolInfo(
        String symbol,
        @Nullable String name,
        String timeframe,
        long bars,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        @Nullable Instant liveFrom,
        @Nullable String dataHash) {}
