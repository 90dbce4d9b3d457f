package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A limit and how much of it is used. */
public record RiskLimit(
        String name,
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        @Nullable String unit) {}
