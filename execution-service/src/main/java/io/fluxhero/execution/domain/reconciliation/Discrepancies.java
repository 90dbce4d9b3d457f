package io.fluxhero.execution.domain.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What was found to differ, and what is held that is not ours. */
public interface Discrepancies {

    /** Notes a difference; returns whether it is new, or was resolved before. */
    boolean note(String account, Discrepancy found, Instant at);

    /** Every open difference that a comparison can find and that is not among these has gone. */
    void resolveOthers(String account, List<Discrepancy> found, Instant at);

    /** Differences that are open, oldest first. */
    List<Discrepancy> open(String account);

    /** Shares of somebody else by symbol, negative for short positions. */
    SortedMap<String, Long> externalPositions(String account);

    /** Notes what somebody else holds; 0 for nothing any more. */
    void noteExternal(String account, String symbol, long shares, Instant at);
}
