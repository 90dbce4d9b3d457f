package io.fluxhero.gateway.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What risk-service did with the command. The consequences follow as orders and fills. */
public record CommandOutcome(
        String status,
        @Nullable String tradingStatus,
        @Nullable String detail,
        @Nullable String requestId,
        List<String> closed,
        List<String> cancelled,
        List<String> orderIds) {}
