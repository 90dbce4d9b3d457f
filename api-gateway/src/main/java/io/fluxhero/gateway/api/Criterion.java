package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One success criterion of a backtest. */
public record Criterion(@Nullable BigDecimal value, BigDecimal threshold, boolean met) {}
