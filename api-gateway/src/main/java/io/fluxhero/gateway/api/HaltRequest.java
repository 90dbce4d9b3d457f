package io.fluxhero.gateway.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Stops trading; flatten also closes every position. */
public record HaltRequest(
        @NotBlank @Size(max = 500) String reason, @Nullable Boolean flatten) {}
