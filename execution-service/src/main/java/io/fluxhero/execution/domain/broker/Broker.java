package io.fluxhero.execution.domain.broker;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A broker, simulated or real: another party with books of its own, reached without a transaction of ours. What it does
 * it tells in its reports. Questions that it does not answer end in {@link BrokerUnavailable}.
 */
public interface Broker {

    /** Takes an order. The same client order id a second time changes nothing and is taken again. */
    Submission submit(NewOrder order);

    /** Asks for the end of a working order; what becomes of it is reported. */
    Answer cancel(String clientOrderId);

    /** Moves a protective stop, known by its own id, to where it protects more or less. */
    Answer moveStop(String stopOrderId, BigDecimal stopPrice);

    /** An order by our id, whether it works or has ended; empty where the broker never took it. */
    Optional<BrokerOrder> find(String clientOrderId);

    /** What works at the broker, in order of submission. */
    List<BrokerOrder> openOrders();

    /** The account as the broker sees it. */
    BrokerAccount account();

    /** The best prices of a symbol now; empty where this broker has none. */
    default Optional<Quote> quote(String symbol) {
        return Optional.empty();
    }

    /** What happened after this report, oldest first; 0 means from the beginning. */
    List<BrokerReport> reportsAfter(long sequence, int limit);
}
