package io.fluxhero.backtest.domain;

import java.time.Instant;

/**
 * Who ended a run, and how far it was.
 *
 * @param role highest that whoever did it has
 */
public record Cancellation(RunProgress run, Instant cancelledAt, String cancelledBy, String role) {}
