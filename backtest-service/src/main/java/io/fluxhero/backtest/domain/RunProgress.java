package io.fluxhero.backtest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param requestId correlation of the request that started it
 * @param runId what its result will be stored as; null while its bars are fetched, which it follows from
 * @param done bars of those to fetch, or pieces of {@code total}; each piece is one configuration over one stretch
 * @param total pieces of a walk-forward; 0 where nobody knows: while bars are fetched, until the first piece is done, and
 *     for a backtest, which is one piece
 * @param secondsLeft at the pace of the pieces so far
 */
public record RunProgress(
        Run.Kind kind,
        String requestId,
        @Nullable String runId,
        String symbol,
        Instant startedAt,
        State state,
        int done,
        int total,
        @Nullable Long secondsLeft) {

    /** What a run is doing. */
    public enum State {
        /** It asks for its bars. */
        FETCHING,
        /** It computes. */
        RUNNING,
        /** Its result is being stored: too late to cancel it. */
        STORING,
        /** Someone cancelled it; what it computed by then is dropped. */
        CANCELLED
    }
}
