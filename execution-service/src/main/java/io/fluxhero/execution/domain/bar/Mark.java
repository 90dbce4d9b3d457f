package io.fluxhero.execution.domain.bar;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The last price that the market has seen of a symbol.
 *
 * @param barTime bar whose close it is
 */
public record Mark(String symbol, String timeframe, Instant barTime, BigDecimal close) {}
