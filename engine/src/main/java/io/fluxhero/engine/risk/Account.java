package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState.Closes;
import io.fluxhero.engine.risk.AccountState.Position;
import io.fluxhero.engine.strategy.ModeWeights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books: cash, positions, pending orders, marks. Everything in micros and exact; it decides nothing. Symbols have
 * slots, so that a bar without events costs no look-up.
 */
final class Account {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final int windowReturns;
    private final long initialCash;
    private long cash;
    private long realized;
    private ModeWeights modeWeights;
    private final Map<String, Integer> slots = new HashMap<>();
    private String[] symbols = new String[4];
    private long[] marks = new long[4];
    private CloseWindow[] windows = new CloseWindow[4];
    private final List<Holding> holdings = new ArrayList<>();
    private final TreeMap<String, Ticket> pending = new TreeMap<>();
    private final Externals externals;

    Account(AccountState state) {
        this(state, CorrelationRules.defaults().windowReturns());
    }

    Account(AccountState state, int windowReturns) {
        this.windowReturns = windowReturns;
        initialCash = state.initialCashMicros();
        cash = state.cashMicros();
        realized = state.realizedMicros();
        modeWeights = state.modeWeights();
        externals = new Externals(state.externals());
        state.positions().forEach(position -> hold(new Holding(slotOf(position.symbol()), position)));
        state.pending().forEach(ticket -> pending.put(ticket.orderId(), ticket));
        state.marksMicros().forEach((symbol, mark) -> {
            int slot = slotOf(symbol);
            marks[slot] = mark;
        });
        state.closes().forEach((symbol, closes) -> window(slotOf(symbol)).restore(closes));
    }

    /** Number of this symbol; a new one gets the next. */
    int slotOf(String symbol) {
        Integer known = slots.get(symbol);
        if (known != null) {
            return known;
        }
        int slot = slots.size();
        if (slot == symbols.length) {
            symbols = Arrays.copyOf(symbols, slot * 2);
            marks = Arrays.copyOf(marks, slot * 2);
            windows = Arrays.copyOf(windows, slot * 2);
        }
        slots.put(symbol, slot);
        symbols[slot] = symbol;
        marks[slot] = UNKNOWN;
        windows[slot] = new CloseWindow(windowReturns);
        return slot;
    }

    boolean knowsSeveralSymbols() {
        return slots.size() > 1;
    }

    /** Every slot, in the order of the symbols. */
    List<Integer> slotsBySymbol() {
        return slots.keySet().stream().sorted().map(slots::get).toList();
    }

    boolean isIdle() {
        return holdings.isEmpty() && pending.isEmpty();
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

    /** By symbol; the live list. */
    List<Holding> holdings() {
        return holdings;
    }

    @Nullable
    Holding holding(String symbol) {
        for (int i = 0; i < holdings.size(); i++) {
            if (holdings.get(i).symbol.equals(symbol)) {
                return holdings.get(i);
            }
        }
        return null;
    }

    @Nullable
    Holding holding(int slot) {
        for (int i = 0; i < holdings.size(); i++) {
            if (holdings.get(i).slot == slot) {
                return holdings.get(i);
            }
        }
        return null;
    }

    private void hold(Holding opened) {
        int at = 0;
        while (at < holdings.size() && holdings.get(at).symbol.compareTo(opened.symbol) < 0) {
            at++;
        }
        holdings.add(at, opened);
    }

    List<Position> positions() {
        return holdings.stream().map(Holding::snapshot).toList();
    }

    /** By order id. */
    Collection<Ticket> pending() {
        return pending.values();
    }

    Map<String, Long> marks() {
        TreeMap<String, Long> known = new TreeMap<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (marks[slot] != UNKNOWN) {
                known.put(symbols[slot], marks[slot]);
            }
        }
        return known;
    }

    Map<String, Closes> closes() {
        TreeMap<String, Closes> known = new TreeMap<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (windows[slot].size() > 0) {
                known.put(symbols[slot], windows[slot].snapshot());
            }
        }
        return known;
    }

    CloseWindow window(int slot) {
        return windows[slot];
    }

    void mark(int slot, long barTime, long price) {
        marks[slot] = price;
        windows[slot].add(barTime, price);
    }

    /** Last close of a symbol, or another price where none was seen. */
    long markOf(String symbol, long otherwise) {
        Integer slot = slots.get(symbol);
        return slot == null || marks[slot] == UNKNOWN ? otherwise : marks[slot];
    }

    /** Last close, or the mean entry price of a position that has not seen one. */
    long markOf(Holding held) {
        return marks[held.slot] == UNKNOWN ? held.averagePrice : marks[held.slot];
    }

    long valueOf(Holding held) {
        return held.value(markOf(held));
    }

    /** Gain against what it cost, dividends counted. */
    long gainOf(Holding held) {
        long change = held.side.sign() * held.shares * (markOf(held) - held.averagePrice);
        return change - held.entryCommission + held.dividend;
    }

    long equity() {
        long equity = cash;
        for (int i = 0; i < holdings.size(); i++) {
            equity += valueOf(holdings.get(i));
        }
        return equity;
    }

    long exposure() {
        long exposure = 0;
        for (int i = 0; i < holdings.size(); i++) {
            exposure += Math.abs(valueOf(holdings.get(i)));
        }
        return exposure;
    }

    /** Money that pending entries will bind, at the close at which they were decided or at their own price. */
    long reserved() {
        long reserved = 0;
        for (Ticket ticket : pending.values()) {
            if (ticket.intent() == Intent.ENTRY) {
                long market = markOf(ticket.symbol(), ticket.stopMicros());
                reserved += ticket.shares() * ticket.terms().referenceMicros(market);
            }
        }
        return reserved;
    }

    /** Cash that a new entry may use: reservations are taken off, and what buying back the shorts would cost. */
    long freeCash() {
        long buyBack = 0;
        for (Holding held : holdings) {
            buyBack += Math.min(0, valueOf(held));
        }
        return cash + buyBack - reserved();
    }

    /** What the broker holds that is not ours. */
    Externals externals() {
        return externals;
    }

    long externalExposure() {
        return externals.exposure(this::markOf);
    }

    /** Everything that counts against the exposure limit: positions, orders that open some, and what is not ours. */
    long boundExposure() {
        return exposure() + reserved() + externalExposure();
    }

    /** Positions, orders that open some, and those that are not ours. */
    int boundPositions() {
        return holdings.size() + pendingEntries() + externals.size();
    }

    int pendingEntries() {
        int entries = 0;
        for (Ticket ticket : pending.values()) {
            entries += ticket.intent() == Intent.ENTRY ? 1 : 0;
        }
        return entries;
    }

    /** Whether an order is out that closes the whole position whatever the price. */
    boolean hasPendingExit(Holding held) {
        if (pending.isEmpty()) {
            return false;
        }
        for (Ticket ticket : pending.values()) {
            if (ticket.symbol().equals(held.symbol) && ticket.closesAll(held.shares)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any order is out that closes some of it. */
    boolean hasPendingReduction(String symbol) {
        for (Ticket ticket : pending.values()) {
            if (ticket.intent() != Intent.ENTRY && ticket.symbol().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    boolean hasPendingEntry(String symbol) {
        if (pending.isEmpty()) {
            return false;
        }
        for (Ticket ticket : pending.values()) {
            if (ticket.intent() == Intent.ENTRY && ticket.symbol().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    void await(Ticket ticket) {
        pending.put(ticket.orderId(), ticket);
    }

    void forget(String orderId) {
        pending.remove(orderId);
    }

    /** A split or a dividend: shares, prices and cash change so that nothing is gained or lost. */
    void apply(CorporateAction action) {
        int slot = slotOf(action.symbol());
        Holding held = holding(slot);
        if (held != null) {
            cash += held.apply(action, action.priceAfterSplit(markOf(held)));
        }
        if (marks[slot] != UNKNOWN) {
            marks[slot] = action.priceAfter(marks[slot]);
        }
        windows[slot].split(action);
        pending.replaceAll((id, ticket) -> ticket.symbol().equals(action.symbol()) ? ticket.after(action) : ticket);
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
        Holding held = holding(execution.symbol());
        if (held != null && held.side != execution.side()) {
            throw new IllegalStateException("entry " + execution.orderId() + " opens " + execution.side() + " against "
                    + held.side + " " + held.entryOrderId);
        }
        long equity = equity();
        cash -= execution.side().sign() * execution.shares() * execution.priceMicros() + execution.commissionMicros();
        if (held == null) {
            hold(Holding.opened(slotOf(execution.symbol()), execution, ticket, equity));
        } else {
            held.add(execution);
        }
    }

    private void reduce(Execution execution) {
        Holding held = holding(execution.symbol());
        if (held == null || held.side != execution.side() || held.shares < execution.shares()) {
            throw new IllegalStateException("order " + execution.orderId() + " closes more than is held: " + execution
                    + " against " + (held == null ? "nothing" : held.snapshot()));
        }
        long entryCosts = held.part(held.entryCommission, execution.shares());
        long dividend = held.part(held.dividend, execution.shares());
        cash += execution.side().sign() * execution.shares() * execution.priceMicros() - execution.commissionMicros();
        long profit = execution.side().sign() * execution.shares() * (execution.priceMicros() - held.averagePrice)
                - execution.commissionMicros()
                - entryCosts
                + dividend;
        realized += profit;
        held.realized += profit;
        held.entryCommission -= entryCosts;
        held.dividend -= dividend;
        held.shares -= execution.shares();
        if (held.shares == 0) {
            holdings.remove(held);
            judge(held);
        }
    }

    private void judge(Holding closed) {
        if (closed.mode != null && closed.equityAtEntry > 0) {
            modeWeights = modeWeights.closed(
                    closed.mode, Micros.toDouble(closed.realized), Micros.toDouble(closed.equityAtEntry));
        }
    }

    ModeWeights modeWeights() {
        return modeWeights;
    }

    /** A session begins: the modes are judged where it is the first of a month. */
    void onSession(long day) {
        modeWeights = modeWeights.onSession(LocalDate.ofEpochDay(day));
    }
}
