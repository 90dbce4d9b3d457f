package io.fluxhero.gateway.services;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which trades, and which page of them. */
public record TradeFilter(
        @Nullable String status,
        @Nullable String symbol,
        @Nullable Instant from,
        @Nullable Instant to,
        int page,
        int pageSize) {
    Query query() {
        return Query.of("status", status)
                .and("symbol", symbol)
                .and("from", from)
                .and("to", to)
                .and("page", page)
                .and("page_size", pageSize);
    }
}
