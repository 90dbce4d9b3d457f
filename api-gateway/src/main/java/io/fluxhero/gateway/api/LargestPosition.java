package io.fluxhero.gateway.api;

import java.math.BigDecimal;

/** The position of the highest absolute value, and its share of equity in percent. */
public record LargestPosition(String symbol, BigDecimal value, BigDecimal pct) {}
