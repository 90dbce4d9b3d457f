package io.fluxhero.execution.domain.broker;

import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.simulation.WorkingOrder;
import java.util.List;
import java.util.SortedMap;

/** The books of the paper broker, apart from ours as a real broker's would be. */
public interface PaperLedger {

    /** What works, in order of submission. */
    List<WorkingOrder> working();

    /** Whether an order of this id was ever taken. */
    boolean knows(String orderId);

    /** What worked before gives way to what works now; the order of submission stays. */
    void replace(List<WorkingOrder> before, List<WorkingOrder> now);

    void record(String fillId, Execution execution);

    /** Money that all executions brought in, less what they cost; below 0 where they cost more. */
    long cashFlowMicros();

    /** Shares held by symbol, negative for short positions; symbols without any are absent. */
    SortedMap<String, Long> shares();
}
