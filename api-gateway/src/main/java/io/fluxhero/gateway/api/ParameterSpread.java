package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What training chose for one parameter, window by window; mean and deviation where the values are numbers. */
public record ParameterSpread(
        List<String> values,
        int distinct,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal deviation) {}
