package io.fluxhero.gateway.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Allows trading again; confirm must be true. */
public record ResumeRequest(
        @NotBlank @Size(max = 500) String reason,
        @NotNull @AssertTrue Boolean confirm) {}
