package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stay below a former peak; depth in percent, positive; recovery is null while it lasts. */
public record DrawdownSpan(
        BigDecimal depthPct,
        Instant peak,
        Instant trough,
        @Nullable Instant recovery) {}
