package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.risk.Ticket;
import java.util.Collection;
import java.util.List;

/**
 * The broker of backtests and of paper trading: market orders fill at the open of the next bar, stops and targets
 * within the bar with gaps honoured. Symbols do not influence one another, so their order within a bar is free.
 */
public final class SimulatedBroker {

    /** An empty broker. */
    public SimulatedBroker(CostModel costs) {
        this(costs, List.of());
    }

    /** A broker that holds these orders, as {@link #working()} gave them. */
    public SimulatedBroker(CostModel costs, Collection<WorkingOrder> working) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Takes an order. The same order id a second time changes nothing and reports nothing. */
    public List<BrokerEvent> submit(Ticket ticket) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Cancels a working order; nothing where it is unknown or done. */
    public List<BrokerEvent> cancel(String orderId, String reason) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Moves the protective stop of a position; ignored where the position is gone. */
    public void moveStop(String entryOrderId, long stopMicros) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Lets one complete bar pass: opens first (exits before entries), then stops and targets. */
    public List<BrokerEvent> onCandle(String symbol, Candle candle) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Fills a FLATTEN ticket at once at this reference price: the paper account's manual close between bars. */
    public List<BrokerEvent> fillNow(String orderId, double referencePrice, long time) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Everything that it holds, in order of submission. */
    public List<WorkingOrder> working() {
        throw new UnsupportedOperationException("skeleton");
    }
}
