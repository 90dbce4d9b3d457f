package io.fluxhero.execution.domain.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every execution, once. */
public interface Fills {

    boolean contains(String fillId);

    void add(String account, Fill fill, Instant at);

    /** Executions of these orders, oldest first. */
    List<Fill> of(List<String> orderIds);

    /** Money that the executions of an account brought in, less what they cost; below 0 where they cost more. */
    BigDecimal cashFlow(String account);

    /** Symbols that were ever traded. */
    Set<String> symbols(String account);

    /** Newest first. */
    List<Fill> newest(int limit);
}
