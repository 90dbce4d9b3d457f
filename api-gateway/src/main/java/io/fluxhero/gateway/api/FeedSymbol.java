package io.fluxhero.gateway.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the feed of one symbol has come. */
public record FeedSymbol(
        String symbol,
        @Nullable Instant lastBarTime,
        @Nullable Instant lastReceivedAt,
        @Nullable Integer replayIndex,
        @Nullable Integer replayTotal) {}
