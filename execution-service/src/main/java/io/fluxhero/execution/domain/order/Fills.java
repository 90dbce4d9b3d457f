package io.fluxhero.execution.domain.order;

import java.time.Instant;
import java.util.List;

/** Every execution, once. */
public interface Fills {

    boolean contains(String fillId);

    void add(String account, Fill fill, Instant at);

    /** Newest first. */
    List<Fill> newest(int limit);
}
