package io.fluxhero.gateway.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Closes one position at market. */
public record CloseRequest(@NotBlank @Size(max = 500) String reason) {}
