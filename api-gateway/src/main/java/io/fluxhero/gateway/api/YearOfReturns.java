package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the monthly grid: twelve values in percent, null where there was no bar, and the year. */
public record YearOfReturns(int year, List<@Nullable BigDecimal> monthsPct, BigDecimal yearPct) {}
