package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms.TimeInForce;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent.Accepted;
import io.fluxhero.engine.simulation.BrokerEvent.Cancelled;
import io.fluxhero.engine.simulation.BrokerEvent.Filled;
import io.fluxhero.engine.simulation.FillModel.Attempt;
import io.fluxhero.engine.simulation.FillModel.Leg;
import io.fluxhero.engine.simulation.FillModel.Legs;
import io.fluxhero.engine.simulation.FillModel.Quote;
import io.fluxhero.engine.simulation.FillModel.Touch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulated broker holds of one symbol: orders that wait and positions with their legs. */
final class SymbolBook {

    private static final List<BrokerEvent> NOTHING = List.of();
    private static final WorkingOrder[] NONE = {};

    private final String symbol;
    private final FillModel fills;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private final List<WorkingOrder> positions = new ArrayList<>();
    /** Where a position was entered within the bar that passes, 0 where at its open or before. */
    private long enteredAt;
    /** Shares that the bar that passes still lets us fill. */
    private long room;

    SymbolBook(String symbol, FillModel fills) {
        this.symbol = symbol;
        this.fills = fills;
    }

    void restore(WorkingOrder order) {
        (order.isPosition() ? positions : orders).add(order);
    }

    List<WorkingOrder> orders() {
        return orders;
    }

    List<WorkingOrder> positions() {
        return positions;
    }

    boolean knows(String orderId) {
        return find(orders, orderId) != null || find(positions, orderId) != null;
    }

    private static @Nullable WorkingOrder find(List<WorkingOrder> among, String orderId) {
        for (WorkingOrder order : among) {
            if (order.ticket().orderId().equals(orderId)) {
                return order;
            }
        }
        return null;
    }

    List<BrokerEvent> cancel(String orderId, String reason) {
        WorkingOrder order = find(orders, orderId);
        if (order == null) {
            return NOTHING;
        }
        remove(orders, order);
        return List.of(new Cancelled(orderId, symbol, reason));
    }

    void moveStop(String entryOrderId, long stopMicros) {
        for (int i = 0; i < positions.size(); i++) {
            WorkingOrder held = positions.get(i);
            if (held.ticket().orderId().equals(entryOrderId)) {
                positions.set(i, held.withStop(stopMicros));
            }
        }
    }

    void apply(CorporateAction action) {
        orders.replaceAll(order -> order.after(action));
        positions.replaceAll(held -> held.after(action));
    }

    /**
     * Whether a bar leaves everything as it is: no order waits, and no leg is touched.
     *
     * @param low lowest price of the bar
     * @param high highest price of the bar
     */
    boolean sleepsThrough(double low, double high) {
        if (!orders.isEmpty()) {
            return false;
        }
        for (int i = 0; i < positions.size(); i++) {
            WorkingOrder held = positions.get(i);
            if (held.progress().triggered()) {
                return false;
            }
            boolean isLong = held.ticket().side() == Side.LONG;
            long against = Micros.of(isLong ? low : high);
            long inFavour = Micros.of(isLong ? high : low);
            int sign = isLong ? 1 : -1;
            if ((held.stopMicros() > 0 && sign * (against - held.stopMicros()) <= 0)
                    || (held.targetMicros() > 0 && sign * (inFavour - held.targetMicros()) >= 0)) {
                return false;
            }
        }
        return true;
    }

    List<BrokerEvent> onCandle(Candle candle, long sessionDay, boolean sessionEnds) {
        if (sleepsThrough(candle.low(), candle.high())) {
            return NOTHING;
        }
        List<BrokerEvent> events = new ArrayList<>();
        enteredAt = 0;
        room = fills.room(candle.volume());
        if (!orders.isEmpty()) {
            expire(sessionDay, events);
            meetAll(false, candle, sessionDay, events);
            meetAll(true, candle, sessionDay, events);
        }
        for (WorkingOrder held : copy(positions)) {
            touch(held, candle, events);
        }
        if (sessionEnds) {
            expire(Long.MAX_VALUE, events);
        }
        return events;
    }

    /** What is held now, to walk over while it changes. */
    private static WorkingOrder[] copy(List<WorkingOrder> orders) {
        return orders.toArray(NONE);
    }

    private void meetAll(boolean entries, Candle candle, long sessionDay, List<BrokerEvent> events) {
        for (WorkingOrder order : copy(orders)) {
            if (order.isEntry() == entries && isDue(order, candle) && indexOf(orders, order) >= 0) {
                meet(order, candle, sessionDay, events);
            }
        }
    }

    private static boolean isDue(WorkingOrder order, Candle candle) {
        return order.ticket().decidedAt() < candle.openTime();
    }

    /** Orders for a session that is over. */
    private void expire(long sessionDay, List<BrokerEvent> events) {
        for (WorkingOrder order : copy(orders)) {
            long since = order.progress().sessionDay();
            if (order.ticket().terms().timeInForce() == TimeInForce.DAY
                    && since != Long.MIN_VALUE
                    && since < sessionDay) {
                remove(orders, order);
                events.add(new Cancelled(order.ticket().orderId(), symbol, "EXPIRED"));
            }
        }
    }

    private void meet(WorkingOrder order, Candle candle, long sessionDay, List<BrokerEvent> events) {
        Ticket ticket = order.ticket();
        WorkingOrder held = order.isEntry() ? null : position(ticket.side());
        if (!order.isEntry() && held == null) {
            remove(orders, order);
            events.add(new Cancelled(ticket.orderId(), symbol, "NO_POSITION"));
            return;
        }
        long wanted = held == null
                ? ticket.shares()
                : Math.min(ticket.shares(), held.ticket().shares());
        long shares = Math.min(wanted, room);
        int direction = order.isEntry() ? ticket.side().sign() : -ticket.side().sign();
        Attempt attempt = fills.meet(
                ticket.terms(),
                order.progress().triggered(),
                direction,
                candle,
                fills.slippage(shares, ticket.averageVolume()));
        Quote quote = attempt.quote();
        boolean triggered = order.progress().triggered() || attempt.triggered();
        WorkingOrder met = order.with(new WorkingOrder.Progress(firstDay(order, sessionDay), triggered));
        if (quote == null || shares < 1) {
            replace(orders, order, met);
        } else if (held == null) {
            fillEntry(met, shares, quote, candle, events);
        } else {
            fillExit(met, held, shares, quote, candle.openTime(), events);
        }
    }

    private static long firstDay(WorkingOrder order, long sessionDay) {
        long since = order.progress().sessionDay();
        return since == Long.MIN_VALUE ? sessionDay : since;
    }

    private static void replace(List<WorkingOrder> among, WorkingOrder old, WorkingOrder now) {
        among.set(indexOf(among, old), now);
    }

    private static void remove(List<WorkingOrder> among, WorkingOrder order) {
        int at = indexOf(among, order);
        if (at >= 0) {
            among.remove(at);
        }
    }

    /** By its id: comparing all that records hold takes longer than the whole rest of a fill. */
    private static int indexOf(List<WorkingOrder> among, WorkingOrder order) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i).ticket().orderId().equals(order.ticket().orderId())) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable WorkingOrder position(Side side) {
        for (WorkingOrder held : positions) {
            if (held.ticket().side() == side) {
                return held;
            }
        }
        return null;
    }

    private void fillEntry(WorkingOrder order, long shares, Quote quote, Candle candle, List<BrokerEvent> events) {
        Ticket ticket = order.ticket();
        long cost = quote.priceMicros() * shares + fills.commission(shares);
        if (ticket.side() == Side.LONG && cost > ticket.cashLimitMicros()) {
            remove(orders, order);
            events.add(new Cancelled(ticket.orderId(), symbol, "INSUFFICIENT_CASH"));
            return;
        }
        boolean atOpen = quote.referenceMicros() == Micros.of(candle.open());
        enteredAt = atOpen ? 0 : quote.referenceMicros();
        room -= shares;
        if (shares < ticket.shares()) {
            Ticket rest = ticket.withShares(ticket.shares() - shares).withCashLimit(ticket.cashLimitMicros() - cost);
            replace(orders, order, order.withTicket(rest));
        } else {
            remove(orders, order);
        }
        events.add(filled(ticket.orderId(), ticket, shares, candle.openTime(), Intent.ENTRY, quote));
        hold(ticket, shares, events);
    }

    /** The legs of what has filled begin to work; more on the same side joins what is held, under its legs. */
    private void hold(Ticket ticket, long shares, List<BrokerEvent> events) {
        WorkingOrder held = position(ticket.side());
        if (held != null) {
            replace(positions, held, held.withShares(held.ticket().shares() + shares));
            return;
        }
        positions.add(WorkingOrder.filled(ticket.withShares(shares)));
        if (ticket.stopMicros() > 0) {
            events.add(new Accepted(WorkingOrder.stopOrderId(ticket.orderId()), symbol, Intent.PROTECTIVE_STOP));
        }
        if (ticket.targetMicros() > 0) {
            events.add(new Accepted(WorkingOrder.targetOrderId(ticket.orderId()), symbol, Intent.TAKE_PROFIT));
        }
    }

    private void fillExit(
            WorkingOrder order, WorkingOrder held, long shares, Quote quote, long time, List<BrokerEvent> events) {
        Ticket ticket = order.ticket();
        Ticket entry = held.ticket();
        room -= shares;
        if (shares < ticket.shares()) {
            replace(orders, order, order.withShares(ticket.shares() - shares));
        } else {
            remove(orders, order);
        }
        events.add(filled(ticket.orderId(), entry, shares, time, ticket.intent(), quote));
        reduce(held, shares, Intent.EXIT, events);
    }

    /** Fills an exit at once at a price from elsewhere. */
    List<BrokerEvent> fillNow(String orderId, double referencePrice, long time) {
        WorkingOrder order = find(orders, orderId);
        if (order == null || order.isEntry()) {
            return NOTHING;
        }
        Ticket ticket = order.ticket();
        WorkingOrder held = position(ticket.side());
        if (held == null) {
            remove(orders, order);
            return List.of(new Cancelled(orderId, symbol, "NO_POSITION"));
        }
        List<BrokerEvent> events = new ArrayList<>();
        long shares = Math.min(ticket.shares(), held.ticket().shares());
        Quote quote = fills.market(-ticket.side().sign(), referencePrice, shares, ticket.averageVolume());
        fillExit(order, held, shares, quote, time, events);
        return events;
    }

    private void touch(WorkingOrder position, Candle candle, List<BrokerEvent> events) {
        Ticket entry = position.ticket();
        Legs legs = new Legs(entry.side(), position.stopMicros(), position.targetMicros(), enteredAt);
        Touch touch = position.progress().triggered()
                ? fills.touchedBefore(entry.side(), candle)
                : fills.touched(legs, candle);
        if (touch == null) {
            return;
        }
        boolean stopped = touch.leg() == Leg.STOP;
        long shares = Math.min(entry.shares(), room);
        WorkingOrder met = stopped ? position.triggered() : position;
        if (shares < 1) {
            replace(positions, position, met);
            return;
        }
        Intent intent = stopped ? Intent.PROTECTIVE_STOP : Intent.TAKE_PROFIT;
        String orderId =
                stopped ? WorkingOrder.stopOrderId(entry.orderId()) : WorkingOrder.targetOrderId(entry.orderId());
        room -= shares;
        events.add(filled(orderId, entry, shares, candle.openTime(), intent, touch.quote()));
        reduce(met, shares, intent, events);
    }

    /** A position became smaller; where it is closed, what else would have closed or enlarged it goes. */
    private void reduce(WorkingOrder held, long shares, Intent by, List<BrokerEvent> events) {
        Ticket entry = held.ticket();
        if (shares < entry.shares()) {
            replace(positions, held, held.withShares(entry.shares() - shares));
            return;
        }
        remove(positions, held);
        if (held.stopMicros() > 0 && by != Intent.PROTECTIVE_STOP) {
            events.add(positionClosed(WorkingOrder.stopOrderId(entry.orderId())));
        }
        if (held.targetMicros() > 0 && by != Intent.TAKE_PROFIT) {
            events.add(positionClosed(WorkingOrder.targetOrderId(entry.orderId())));
        }
        for (WorkingOrder other : copy(orders)) {
            boolean wouldClose = !other.isEntry() && other.ticket().side() == entry.side();
            boolean wouldEnlarge = other.ticket().orderId().equals(entry.orderId());
            if (wouldClose || wouldEnlarge) {
                remove(orders, other);
                events.add(positionClosed(other.ticket().orderId()));
            }
        }
    }

    private Cancelled positionClosed(String orderId) {
        return new Cancelled(orderId, symbol, "POSITION_CLOSED");
    }

    private Filled filled(String orderId, Ticket entry, long shares, long time, Intent intent, Quote quote) {
        return new Filled(new Execution(
                orderId,
                entry.orderId(),
                symbol,
                time,
                intent,
                entry.side(),
                shares,
                quote.priceMicros(),
                fills.commission(shares),
                quote.slippageMicros(shares)));
    }
}
