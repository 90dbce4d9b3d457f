package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;

/** One bar of the test series, in the shape of the original test endpoint. */
public record TestCandle(
        Instant timestamp, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {}
