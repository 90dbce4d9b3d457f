package io.fluxhero.backtest.domain;

import java.time.Instant;

/**
 * How far a walk-forward is.
 *
 * @param done pieces of {@code total}; each is one configuration over one stretch
 * @param total 0 until the first piece is done
 */
public record RunProgress(String runId, String symbol, Instant startedAt, int done, int total) {}
