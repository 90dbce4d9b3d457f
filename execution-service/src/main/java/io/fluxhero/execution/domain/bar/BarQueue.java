package io.fluxhero.execution.domain.bar;

import java.time.Instant;
import java.util.List;

/** Bars in waiting, of all symbols. */
public interface BarQueue {

    /**
     * Queues a bar.
     *
     * @return whether it is new: neither waiting nor settled before
     */
    boolean add(Bar bar);

    /** Removes and returns every bar of the earliest waiting time, sorted by symbol; empty where that is after {@code horizon}. */
    List<Bar> takeNext(Instant horizon);
}
