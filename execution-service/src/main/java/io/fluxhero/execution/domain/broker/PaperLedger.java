package io.fluxhero.execution.domain.broker;

import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The books of the paper broker, apart from ours as a real broker's would be. */
public interface PaperLedger {

    /** What works, in order of submission. */
    List<WorkingOrder> working();

    /** What works of one symbol, in order of submission. */
    List<WorkingOrder> working(String symbol);

    /** What worked before gives way to what works now; the order of submission stays. */
    void replace(List<WorkingOrder> before, List<WorkingOrder> now);

    void record(String fillId, Execution execution);

    /** Appends to the log. */
    void report(Instant at, BrokerReport.Fact fact);

    /** The log after this line, oldest first. */
    List<BrokerReport> reportsAfter(long sequence, int limit);

    /** Lines of the log about one order, oldest first. */
    List<BrokerReport> reportsOf(String orderId);

    /** Whether an order of this id was ever taken. */
    boolean knows(String orderId);

    /** Shares of an order that were traded so far. */
    long filled(String orderId);

    /** Remembers bars, one of each symbol, as the last of theirs; returns those before which there was none as late. */
    List<Bar> passing(List<Bar> bars);

    /** The last bar of a symbol. */
    Optional<Mark> lastPrice(String symbol);

    /** Money that the account began with: this much where it is new. */
    BigDecimal openedWith(String account, BigDecimal cash);

    /** Money that all executions brought in, less what they cost; below 0 where they cost more. */
    long cashFlowMicros();

    /** Shares held by symbol, negative for short positions; symbols without any are absent. */
    SortedMap<String, Long> shares();
}
