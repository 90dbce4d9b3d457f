package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent.Accepted;
import io.fluxhero.engine.simulation.BrokerEvent.Cancelled;
import io.fluxhero.engine.simulation.BrokerEvent.Filled;
import io.fluxhero.engine.simulation.FillModel.Leg;
import io.fluxhero.engine.simulation.FillModel.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The broker of backtests and of paper trading: market orders fill at the open of the next bar, stops and targets
 * within the bar with gaps honoured. Symbols do not influence one another, so their order within a bar is free.
 */
public final class SimulatedBroker {

    private final FillModel fills;
    private final Map<String, WorkingOrder> working = new LinkedHashMap<>();

    /** An empty broker. */
    public SimulatedBroker(CostModel costs) {
        this(costs, List.of());
    }

    /** A broker that holds these orders, as {@link #working()} gave them. */
    public SimulatedBroker(CostModel costs, Collection<WorkingOrder> working) {
        fills = new FillModel(costs);
        working.forEach(order -> this.working.put(order.ticket().orderId(), order));
    }

    /** Takes an order. The same order id a second time changes nothing and reports nothing. */
    public List<BrokerEvent> submit(Ticket ticket) {
        if (working.containsKey(ticket.orderId())) {
            return List.of();
        }
        working.put(ticket.orderId(), new WorkingOrder(ticket, ticket.intent(), 0, 0));
        return List.of(new Accepted(ticket.orderId(), ticket.symbol(), ticket.intent()));
    }

    /** Cancels a working order; nothing where it is unknown, filled or done. */
    public List<BrokerEvent> cancel(String orderId, String reason) {
        WorkingOrder order = working.get(orderId);
        if (order == null || order.isPosition()) {
            return List.of();
        }
        working.remove(orderId);
        return List.of(new Cancelled(orderId, order.ticket().symbol(), reason));
    }

    /** Moves the protective stop of a position; ignored where the position is gone. */
    public void moveStop(String entryOrderId, long stopMicros) {
        working.computeIfPresent(entryOrderId, (id, order) -> order.isPosition() ? order.withStop(stopMicros) : order);
    }

    /** Lets one complete bar pass: opens first (exits before entries), then stops and targets. */
    public List<BrokerEvent> onCandle(String symbol, Candle candle) {
        List<BrokerEvent> events = new ArrayList<>();
        Predicate<WorkingOrder> due =
                order -> !order.isPosition() && order.ticket().decidedAt() < candle.openTime();
        for (WorkingOrder order : select(symbol, due.and(order -> order.live() != Intent.ENTRY))) {
            if (working.containsKey(order.ticket().orderId())) {
                fillExit(order.ticket(), candle.open(), candle.openTime(), events);
            }
        }
        for (WorkingOrder order : select(symbol, due.and(order -> order.live() == Intent.ENTRY))) {
            fillEntry(order.ticket(), candle, events);
        }
        for (WorkingOrder position : select(symbol, WorkingOrder::isPosition)) {
            touch(position, candle, events);
        }
        return events;
    }

    /** Fills a FLATTEN ticket at once at this reference price: the paper account's manual close between bars. */
    public List<BrokerEvent> fillNow(String orderId, double referencePrice, long time) {
        WorkingOrder order = working.get(orderId);
        if (order == null || order.isPosition() || order.live() == Intent.ENTRY) {
            return List.of();
        }
        List<BrokerEvent> events = new ArrayList<>();
        fillExit(order.ticket(), referencePrice, time, events);
        return events;
    }

    /** Everything that it holds, in order of submission. */
    public List<WorkingOrder> working() {
        return List.copyOf(working.values());
    }

    private List<WorkingOrder> select(String symbol, Predicate<WorkingOrder> which) {
        List<WorkingOrder> chosen = new ArrayList<>();
        for (WorkingOrder order : working.values()) {
            if (order.ticket().symbol().equals(symbol) && which.test(order)) {
                chosen.add(order);
            }
        }
        return chosen;
    }

    private void fillEntry(Ticket ticket, Candle candle, List<BrokerEvent> events) {
        Quote quote = fills.opening(ticket.side(), candle.open(), ticket.shares(), ticket.averageVolume());
        long cost = quote.priceMicros() * ticket.shares() + fills.commission(ticket.shares());
        if (ticket.side() == Side.LONG && cost > ticket.cashLimitMicros()) {
            working.remove(ticket.orderId());
            events.add(new Cancelled(ticket.orderId(), ticket.symbol(), "INSUFFICIENT_CASH"));
            return;
        }
        working.put(ticket.orderId(), WorkingOrder.filled(ticket));
        events.add(filled(ticket.orderId(), ticket, ticket.shares(), candle.openTime(), Intent.ENTRY, quote));
        if (ticket.stopMicros() > 0) {
            String stopId = WorkingOrder.stopOrderId(ticket.orderId());
            events.add(new Accepted(stopId, ticket.symbol(), Intent.PROTECTIVE_STOP));
        }
        if (ticket.targetMicros() > 0) {
            String targetId = WorkingOrder.targetOrderId(ticket.orderId());
            events.add(new Accepted(targetId, ticket.symbol(), Intent.TAKE_PROFIT));
        }
    }

    private void fillExit(Ticket ticket, double reference, long time, List<BrokerEvent> events) {
        working.remove(ticket.orderId());
        Optional<WorkingOrder> held =
                select(
                                ticket.symbol(),
                                order -> order.isPosition() && order.ticket().side() == ticket.side())
                        .stream()
                        .findFirst();
        if (held.isEmpty()) {
            events.add(new Cancelled(ticket.orderId(), ticket.symbol(), "NO_POSITION"));
            return;
        }
        Ticket entry = held.get().ticket();
        long shares = Math.min(ticket.shares(), entry.shares());
        Quote quote = fills.closing(ticket.side(), reference, shares, ticket.averageVolume());
        events.add(filled(ticket.orderId(), entry, shares, time, ticket.intent(), quote));
        if (shares < entry.shares()) {
            working.put(entry.orderId(), held.get().withShares(entry.shares() - shares));
        } else {
            cancelLegs(held.get(), Intent.EXIT, events);
        }
    }

    private void touch(WorkingOrder position, Candle candle, List<BrokerEvent> events) {
        Ticket entry = position.ticket();
        fills.touched(entry.side(), candle, position.stopMicros(), position.targetMicros())
                .ifPresent(touch -> {
                    boolean stopped = touch.leg() == Leg.STOP;
                    Intent intent = stopped ? Intent.PROTECTIVE_STOP : Intent.TAKE_PROFIT;
                    String orderId = stopped
                            ? WorkingOrder.stopOrderId(entry.orderId())
                            : WorkingOrder.targetOrderId(entry.orderId());
                    events.add(filled(orderId, entry, entry.shares(), candle.openTime(), intent, touch.quote()));
                    cancelLegs(position, intent, events);
                });
    }

    /** The position is closed: what else would have closed it goes, except the leg that did. */
    private void cancelLegs(WorkingOrder position, Intent closedBy, List<BrokerEvent> events) {
        Ticket entry = position.ticket();
        working.remove(entry.orderId());
        if (position.stopMicros() > 0 && closedBy != Intent.PROTECTIVE_STOP) {
            events.add(positionClosed(WorkingOrder.stopOrderId(entry.orderId()), entry.symbol()));
        }
        if (position.targetMicros() > 0 && closedBy != Intent.TAKE_PROFIT) {
            events.add(positionClosed(WorkingOrder.targetOrderId(entry.orderId()), entry.symbol()));
        }
        for (WorkingOrder other : select(
                entry.symbol(),
                order -> !order.isPosition()
                        && order.live() != Intent.ENTRY
                        && order.ticket().side() == entry.side())) {
            working.remove(other.ticket().orderId());
            events.add(positionClosed(other.ticket().orderId(), entry.symbol()));
        }
    }

    private static Cancelled positionClosed(String orderId, String symbol) {
        return new Cancelled(orderId, symbol, "POSITION_CLOSED");
    }

    private Filled filled(String orderId, Ticket entry, long shares, long time, Intent intent, Quote quote) {
        return new Filled(new Execution(
                orderId,
                entry.orderId(),
                entry.symbol(),
                time,
                intent,
                entry.side(),
                shares,
                quote.priceMicros(),
                fills.commission(shares),
                quote.slippageMicros(shares)));
    }
}
