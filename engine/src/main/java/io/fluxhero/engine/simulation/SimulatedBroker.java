package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent.Accepted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The broker of backtests and of paper trading: market orders fill at the open of the next bar, limits, stops and
 * targets within the bar with gaps honoured. Symbols do not influence one another, so their order within a bar is free.
 */
public final class SimulatedBroker {

    private final FillModel fills;
    private final boolean barsAreSessions;
    private final Map<String, SymbolBook> books = new LinkedHashMap<>();

    /** An empty broker. */
    public SimulatedBroker(CostModel costs) {
        this(costs, List.of());
    }

    /** A broker that holds these orders, as {@link #working()} gave them. */
    public SimulatedBroker(CostModel costs, Collection<WorkingOrder> working) {
        this(costs, working, false);
    }

    /**
     * A broker that holds these orders.
     *
     * @param barsAreSessions whether each bar is a whole session, so that orders for the day end with it
     */
    public SimulatedBroker(CostModel costs, Collection<WorkingOrder> working, boolean barsAreSessions) {
        fills = new FillModel(costs);
        this.barsAreSessions = barsAreSessions;
        working.forEach(order -> book(order.ticket().symbol()).restore(order));
    }

    private SymbolBook book(String symbol) {
        return books.computeIfAbsent(symbol, named -> new SymbolBook(named, fills));
    }

    /** Takes an order. The same order id a second time changes nothing and reports nothing. */
    public List<BrokerEvent> submit(Ticket ticket) {
        SymbolBook book = book(ticket.symbol());
        if (book.knows(ticket.orderId())) {
            return List.of();
        }
        book.restore(WorkingOrder.waiting(ticket));
        return List.of(new Accepted(ticket.orderId(), ticket.symbol(), ticket.intent()));
    }

    /** Cancels a working order; nothing where it is unknown, filled or done. */
    public List<BrokerEvent> cancel(String orderId, String reason) {
        for (SymbolBook book : books.values()) {
            List<BrokerEvent> events = book.cancel(orderId, reason);
            if (!events.isEmpty()) {
                return events;
            }
        }
        return List.of();
    }

    /** Moves the protective stop of a position in this symbol; ignored where the position is gone. */
    public void moveStop(String symbol, String entryOrderId, long stopMicros) {
        SymbolBook book = books.get(symbol);
        if (book != null) {
            book.moveStop(entryOrderId, stopMicros);
        }
    }

    /**
     * Lets one complete bar pass: exits, entries, then stops and targets. Orders for the day see one session only where
     * the broker knows it: give the session's day with {@link #onCandle(String, Candle, long)}.
     */
    public List<BrokerEvent> onCandle(String symbol, Candle candle) {
        return onCandle(symbol, candle, Long.MIN_VALUE);
    }

    /**
     * Lets one complete bar pass.
     *
     * @param sessionDay exchange date of the bar as epoch day, by which orders for the day expire
     */
    public List<BrokerEvent> onCandle(String symbol, Candle candle, long sessionDay) {
        SymbolBook book = books.get(symbol);
        return book == null ? List.of() : book.onCandle(candle, sessionDay, barsAreSessions);
    }

    /**
     * Whether a bar of this symbol would leave everything as it is, so that {@link #onCandle} need not be called.
     *
     * @param low lowest price of the bar
     * @param high highest price of the bar
     */
    public boolean sleepsThrough(String symbol, double low, double high) {
        SymbolBook book = books.get(symbol);
        return book == null || book.sleepsThrough(low, high);
    }

    /** A split or a dividend, before the open of its day: shares and prices of orders and positions change. */
    public void onCorporateAction(CorporateAction action) {
        SymbolBook book = books.get(action.symbol());
        if (book != null) {
            book.apply(action);
        }
    }

    /** Fills a FLATTEN ticket at once at this reference price: the paper account's manual close between bars. */
    public List<BrokerEvent> fillNow(String orderId, double referencePrice, long time) {
        for (SymbolBook book : books.values()) {
            List<BrokerEvent> events = book.fillNow(orderId, referencePrice, time);
            if (!events.isEmpty()) {
                return events;
            }
        }
        return List.of();
    }

    /** Everything that it holds: by symbol, positions before orders, each in the order in which they came. */
    public List<WorkingOrder> working() {
        List<WorkingOrder> all = new ArrayList<>();
        for (SymbolBook book : books.values()) {
            all.addAll(book.positions());
            all.addAll(book.orders());
        }
        return List.copyOf(all);
    }
}
