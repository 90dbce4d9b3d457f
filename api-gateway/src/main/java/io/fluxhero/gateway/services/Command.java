package io.fluxhero.gateway.services;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and under which identity, so that a repeat changes nothing.
 *
 * @param requestedBy name of the person or token
 * @param role highest that the caller has
 * @param requestId correlation of the request
 * @param idempotencyKey repeated keys are answered like the first
 * @param patience how long to wait, where longer than usual
 */
public record Command(
        String requestedBy,
        String role,
        String requestId,
        String idempotencyKey,
        @Nullable Duration patience) {}
