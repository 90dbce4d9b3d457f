package io.fluxhero.gateway.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Allows trading again; confirm must be true, and acknowledge_drawdown too where drawdown stopped trading. */
public record ResumeRequest(
        @NotBlank @Size(max = 500) String reason,
        @NotNull @AssertTrue Boolean confirm,
        @Nullable Boolean acknowledgeDrawdown) {}
