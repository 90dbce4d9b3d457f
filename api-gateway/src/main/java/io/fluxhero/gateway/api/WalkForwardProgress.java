package io.fluxhero.gateway.api;

import java.time.Instant;

/** A walk-forward at work: done of total pieces, each one configuration over one stretch; total is 0 until the first is done. */
public record WalkForwardProgress(String runId, String symbol, Instant startedAt, int done, int total) {}
