package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
import java.util.List;

/**
 * A broker, simulated or real. What it reports at once comes back; a real broker reports the rest later, through its
 * own adapter, in the same words.
 */
public interface Broker {

    /** Takes an order. The same order id a second time changes nothing and reports nothing. */
    List<BrokerReport> submit(Order order);

    /** Asks for the end of a working order; nothing where it is unknown or done. */
    List<BrokerReport> cancel(String orderId, String reason);

    /** Moves the protective stop of a position. Returns whether there was one. */
    boolean moveStop(String entryOrderId, BigDecimal stopPrice);

    /** What works at the broker, in order of submission. */
    List<BrokerOrder> openOrders();

    /** The account as the broker sees it. */
    BrokerAccount account();
}
