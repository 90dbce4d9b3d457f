package io.fluxhero.gateway.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the activity feed. kind is SIGNAL, DENIAL, ORDER, FILL, REGIME or ALERT. */
public record Activity(
        String id,
        Instant time,
        String kind,
        String severity,
        @Nullable String symbol,
        String title,
        String detail,
        @Nullable String reference,
        String correlationId) {}
