package io.fluxhero.gateway.api;

import java.time.Instant;

/** Whether the gateway and what stands behind it work, in one glance. */
public record Health(
        String status,
        Instant timestamp,
        long uptimeSeconds,
        boolean databaseConnected,
        int websocketConnections,
        boolean dataFeedActive,
        long totalRequests) {}
