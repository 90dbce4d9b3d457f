package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Equity at each decided bar, as columns; time in epoch seconds. */
public record EquityCurve(List<Long> time, List<BigDecimal> equity, List<@Nullable BigDecimal> drawdownPct) {}
