package io.fluxhero.gateway.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Lets a flat paper account begin anew; initial_capital is what it was opened with where nothing else is said. */
public record PaperResetRequest(
        @NotBlank @Size(max = 500) String reason,

        @DecimalMin("1") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 2) @Nullable
        BigDecimal initialCapital) {}
