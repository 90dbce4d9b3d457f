package io.fluxhero.execution.domain.order;

import java.time.Instant;
import java.util.List;

/** Every execution, once. */
public interface Fills {

    boolean contains(String fillId);

    void add(String account, Fill fill, Instant at);

    /** Executions of these orders, oldest first. */
    List<Fill> of(List<String> orderIds);

    /** Newest first. */
    List<Fill> newest(int limit);
}
