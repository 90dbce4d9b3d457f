package io.fluxhero.execution.domain.bar;

import java.time.Instant;
import java.util.List;

/** Bars in waiting, of all symbols. */
public interface BarQueue {

    /** Queues a bar; one that waits already, and one that was settled before, changes nothing. */
    void add(Bar bar);

    /** Every bar of the earliest waiting time, sorted by symbol; none where that is after {@code horizon}. */
    List<Bar> next(Instant horizon);

    void remove(List<Bar> bars);
}
