package io.fluxhero.gateway.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules said of one bar; type is LONG, SHORT, EXIT_LONG or EXIT_SHORT. Entries carry their exit plan.
 *
 * @param sizeFactor share that an entry wants of the size which risk and limits allow, as in a volatility spike; null for
 *     all of it
 */
public record Signal(
        @JsonAlias("signal_id") String id,
        @JsonAlias("signal_type") String type,
        String symbol,
        String timeframe,
        Instant barTime,
        String side,
        String mode,
        BigDecimal price,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailingAtrMultiple,
        @Nullable BigDecimal targetPrice,
        @Nullable BigDecimal sizeFactor,
        @Nullable SignalExplanation explanation,
        String strategy,
        String configHash,
        @Nullable String correlationId) {}
