package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;

/** Equity at each decided bar, as columns; time in epoch seconds. */
public record EquityCurve(List<Long> time, List<BigDecimal> equity) {}
