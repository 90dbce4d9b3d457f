package io.fluxhero.gateway.services;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bars of one symbol: those between two times, or the newest {@code limit}. */
public record Range(
        String symbol,
        String timeframe,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer limit) {
    Query query() {
        return Query.of("symbol", symbol)
                .and("timeframe", timeframe)
                .and("from", from)
                .and("to", to)
                .and("limit", limit);
    }
}
