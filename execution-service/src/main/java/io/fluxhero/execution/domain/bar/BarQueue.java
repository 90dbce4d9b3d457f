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

    /** Every bar of the earliest waiting time, sorted by symbol; none where that is after {@code horizon}. */
    List<Bar> next(Instant horizon);

    void remove(List<Bar> bars);
}
