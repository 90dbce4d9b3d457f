package io.fluxhero.gateway.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run at work. request_id is the X-Request-ID of the request that started it; run_id, what its result will be stored as, is null while its bars are fetched. state is FETCHING, RUNNING, STORING (too late to cancel) or CANCELLED. done counts bars while they are fetched, then pieces of total, each one configuration over one stretch; total is 0 where nobody knows: while bars are fetched, until the first piece is done, and for a backtest. seconds_left follows from the pace of the pieces. */
public record RunProgress(
        String kind,
        String requestId,
        @Nullable String runId,
        String symbol,
        Instant startedAt,
        String state,
        int done,
        int total,
        @Nullable Long secondsLeft) {}
