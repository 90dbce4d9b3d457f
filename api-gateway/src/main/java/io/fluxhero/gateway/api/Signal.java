package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rules said of one bar: ENTRY carries its exit plan, EXIT does not. */
public record Signal(String id, String type, String symbol, String timeframe, Instant barTime, String side, String mode, BigDecimal price, @Nullable BigDecimal stopPrice, @Nullable BigDecimal trailingAtrMultiple, @Nullable BigDecimal targetPrice, @Nullable SignalExplanation explanation, String strategy, String configHash, @Nullable String correlationId) {}
