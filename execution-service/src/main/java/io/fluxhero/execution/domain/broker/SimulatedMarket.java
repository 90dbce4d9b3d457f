package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.bar.Bar;
import java.util.List;

/** A broker without a market of its own: it trades against the bars that are shown to it. */
public interface SimulatedMarket extends Broker {

    /** Lets one complete bar pass. A bar that is not later than the last one of its symbol changes nothing. */
    void pass(Bar bar);

    /** Lets bars of one time pass and tells what was reported after this line of the log, with all that they did. */
    default List<BrokerReport> pass(List<Bar> bars, long sequence, int limit) {
        bars.forEach(this::pass);
        return reportsAfter(sequence, limit);
    }
}
