package io.fluxhero.engine.risk;

import io.fluxhero.engine.risk.AccountState.Position;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The books: cash, positions, pending orders, marks. Everything in micros and exact; it decides nothing. */
final class Account {

    private final long initialCash;
    private long cash;
    private long realized;
    private final TreeMap<String, Position> positions = new TreeMap<>();
    private final TreeMap<String, Ticket> pending = new TreeMap<>();
    private final TreeMap<String, Long> marks = new TreeMap<>();

    Account(AccountState state) {
        initialCash = state.initialCashMicros();
        cash = state.cashMicros();
        realized = state.realizedMicros();
        state.positions().forEach(position -> positions.put(position.symbol(), position));
        state.pending().forEach(ticket -> pending.put(ticket.orderId(), ticket));
        marks.putAll(state.marksMicros());
    }

    long initialCash() {
        return initialCash;
    }

    long cash() {
        return cash;
    }

    long realized() {
        return realized;
    }

    /** By symbol. */
    Collection<Position> positions() {
        return positions.values();
    }

    @Nullable
    Position position(String symbol) {
        return positions.get(symbol);
    }

    /** By order id. */
    Collection<Ticket> pending() {
        return pending.values();
    }

    Map<String, Long> marks() {
        return marks;
    }

    void mark(String symbol, long price) {
        marks.put(symbol, price);
    }

    /** Last close, or the mean entry price of a position that has not seen one. */
    long markOf(Position position) {
        return marks.getOrDefault(position.symbol(), position.averagePriceMicros());
    }

    long valueOf(Position position) {
        return position.valueMicros(markOf(position));
    }

    long equity() {
        long equity = cash;
        for (Position position : positions.values()) {
            equity += valueOf(position);
        }
        return equity;
    }

    long exposure() {
        long exposure = 0;
        for (Position position : positions.values()) {
            exposure += Math.abs(valueOf(position));
        }
        return exposure;
    }

    /** Money that pending entries will bind, at the close at which they were decided. */
    long reserved() {
        long reserved = 0;
        for (Ticket ticket : pending.values()) {
            if (ticket.intent() == Intent.ENTRY) {
                reserved += ticket.shares() * marks.getOrDefault(ticket.symbol(), ticket.stopMicros());
            }
        }
        return reserved;
    }

    /** Cash that a new entry may use: reservations are taken off, and what buying back the shorts would cost. */
    long freeCash() {
        long buyBack = 0;
        for (Position position : positions.values()) {
            buyBack += Math.min(0, valueOf(position));
        }
        return cash + buyBack - reserved();
    }

    int pendingEntries() {
        return (int) pending.values().stream()
                .filter(ticket -> ticket.intent() == Intent.ENTRY)
                .count();
    }

    boolean hasPendingEntry(String symbol) {
        return pending.values().stream()
                .anyMatch(ticket ->
                        ticket.intent() == Intent.ENTRY && ticket.symbol().equals(symbol));
    }

    boolean hasPendingExit(String symbol) {
        return pending.values().stream()
                .anyMatch(ticket ->
                        ticket.intent() != Intent.ENTRY && ticket.symbol().equals(symbol));
    }

    void await(Ticket ticket) {
        pending.put(ticket.orderId(), ticket);
    }

    void forget(String orderId) {
        pending.remove(orderId);
    }

    void replace(Position position) {
        positions.put(position.symbol(), position);
    }

    void book(Execution execution) {
        Ticket ticket = pending.get(execution.orderId());
        if (execution.intent() == Intent.ENTRY) {
            open(execution, ticket);
        } else {
            reduce(execution);
        }
        settle(execution, ticket);
    }

    private void settle(Execution execution, @Nullable Ticket ticket) {
        if (ticket == null) {
            return;
        }
        long open = ticket.shares() - execution.shares();
        if (open > 0) {
            pending.put(ticket.orderId(), ticket.withShares(open));
        } else {
            pending.remove(ticket.orderId());
        }
    }

    private void open(Execution execution, @Nullable Ticket ticket) {
        Position held = positions.get(execution.symbol());
        if (held != null && held.side() != execution.side()) {
            throw new IllegalStateException("entry " + execution.orderId() + " opens " + execution.side() + " against "
                    + held.side() + " " + held.entryOrderId());
        }
        cash -= execution.side().sign() * execution.shares() * execution.priceMicros() + execution.commissionMicros();
        positions.put(execution.symbol(), held == null ? opened(execution, ticket) : averaged(held, execution));
    }

    private static Position opened(Execution execution, @Nullable Ticket ticket) {
        return new Position(
                execution.symbol(),
                execution.side(),
                ticket == null ? null : ticket.mode(),
                execution.entryOrderId(),
                ticket == null ? null : ticket.signalId(),
                execution.barTime(),
                execution.shares(),
                execution.priceMicros(),
                execution.commissionMicros(),
                ticket == null ? 0 : ticket.stopMicros(),
                ticket == null ? 0 : ticket.targetMicros(),
                ticket == null ? Double.NaN : ticket.trailingAtrMultiple(),
                0,
                false);
    }

    private static Position averaged(Position held, Execution execution) {
        long shares = held.shares() + execution.shares();
        long cost = held.shares() * held.averagePriceMicros() + execution.shares() * execution.priceMicros();
        long average = cost / shares;
        long lost = held.side().sign() * (cost - average * shares);
        return held.holding(shares, average, held.entryCommissionMicros() + execution.commissionMicros() + lost);
    }

    private void reduce(Execution execution) {
        Position held = positions.get(execution.symbol());
        if (held == null || held.side() != execution.side() || held.shares() < execution.shares()) {
            throw new IllegalStateException(
                    "order " + execution.orderId() + " closes more than is held: " + execution + " against " + held);
        }
        long left = held.shares() - execution.shares();
        long entryCosts = left == 0
                ? held.entryCommissionMicros()
                : held.entryCommissionMicros() * execution.shares() / held.shares();
        cash += execution.side().sign() * execution.shares() * execution.priceMicros() - execution.commissionMicros();
        realized += execution.side().sign() * execution.shares() * (execution.priceMicros() - held.averagePriceMicros())
                - execution.commissionMicros()
                - entryCosts;
        if (left == 0) {
            positions.remove(execution.symbol());
        } else {
            replace(held.holding(left, held.averagePriceMicros(), held.entryCommissionMicros() - entryCosts));
        }
    }
}
