package io.fluxhero.gateway.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The heartbeat: age of market data, feed, services, trading. Unknown is null, never a made-up value. */
public record SystemStatus(
        String status,
        String message,
        @Nullable String tradingStatus,
        @Nullable Instant lastUpdate,
        @Nullable Instant lastTickTime,
        @Nullable Long dataAgeSeconds,
        long uptimeSeconds,
        boolean websocketConnected,
        int websocketConnections,
        boolean dataFeedActive,
        int bufferSize,
        Instant serverTime,
        @Nullable FeedStatus feed,
        List<ServiceState> services) {}
