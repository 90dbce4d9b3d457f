package io.fluxhero.gateway.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order of a person. Buying opens a position, which needs protective_stop; selling reduces one.
 *
 * @param limitPrice LIMIT and STOP_LIMIT only
 * @param stopPrice STOP and STOP_LIMIT only
 */
public record OrderRequest(
        @NotBlank @Pattern(regexp = Symbols.PATTERN) String symbol,
        @NotBlank @Pattern(regexp = "BUY|SELL") String side,
        @NotNull @Min(1) @Max(1_000_000) Long quantity,

        @NotBlank @Pattern(regexp = "MARKET|LIMIT|STOP|STOP_LIMIT")
        String type,

        @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable BigDecimal limitPrice,
        @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable BigDecimal stopPrice,
        @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable BigDecimal protectiveStop,
        @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable BigDecimal takeProfit,
        @NotBlank @Size(max = 500) String reason) {

    private static final String LOWEST = "0.000001";
    private static final String HIGHEST = "1000000";
}
