package io.fluxhero.gateway.api;

import java.math.BigDecimal;

/** One complete bar; time is the epoch second at which it opened. */
public record Candle(long time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {}
