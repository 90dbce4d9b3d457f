package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision.Approved;
import io.fluxhero.engine.risk.Decision.Cancel;
import io.fluxhero.engine.risk.Decision.Denied;
import io.fluxhero.engine.risk.Decision.Ignored;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every way out of a position. The wish to be out outlives an order that fails, until the position is flat. */
final class Closings {

    /** How a position is left, and why. */
    private record WayOut(String orderId, @Nullable String signalId, Intent intent, ExitReason reason) {}

    private final Account account;
    private final Portfolio.OrderIds ids;

    Closings(Account account, Portfolio.OrderIds ids) {
        this.account = account;
        this.ids = ids;
    }

    /** An exit that the strategy signalled: closes what its mode holds, or cancels what it is about to open. */
    void onSignal(String symbol, SettledBar.Identified identified, long barTime, List<Decision> out) {
        Signal signal = identified.signal();
        Holding held = account.holding(symbol);
        if (held != null && held.side == signal.side() && (held.mode == null || held.mode == signal.mode())) {
            exit(held, identified.signalId(), barTime, out);
        } else if (cancelEntry(symbol, signal, out)) {
            out.add(new Ignored(identified.signalId(), symbol, "ENTRY_CANCELLED"));
        } else {
            String reason = held == null ? "NOTHING_TO_EXIT" : "HELD_BY_ANOTHER_MODE";
            out.add(new Ignored(identified.signalId(), symbol, reason));
        }
    }

    private void exit(Holding held, String signalId, long barTime, List<Decision> out) {
        if (account.hasPendingExit(held)) {
            out.add(new Ignored(signalId, held.symbol, "ALREADY_CLOSING"));
        } else {
            WayOut way = new WayOut(ids.orderId(signalId, "exit"), signalId, Intent.EXIT, ExitReason.SIGNAL);
            submit(held, way, barTime, out);
        }
    }

    private boolean cancelEntry(String symbol, Signal signal, List<Decision> out) {
        for (Ticket ticket : account.pending()) {
            if (ticket.intent() == Intent.ENTRY
                    && ticket.symbol().equals(symbol)
                    && ticket.side() == signal.side()
                    && ticket.mode() == signal.mode()) {
                out.add(new Cancel(ticket.orderId(), symbol, "EXIT_SIGNALLED"));
                return true;
            }
        }
        return false;
    }

    /**
     * Exits that are wanted and have no order any more: the one before was cancelled or rejected. They pass for
     * signalled; who keeps a record remembers the first reason.
     */
    void renew(long barTime, List<Decision> out) {
        for (int i = 0; i < account.holdings().size(); i++) {
            Holding held = account.holdings().get(i);
            if (held.exitWanted && !account.hasPendingExit(held)) {
                String cause = held.entryOrderId + "@" + barTime;
                WayOut way = new WayOut(ids.orderId(cause, "exit"), null, Intent.EXIT, ExitReason.SIGNAL);
                submit(held, way, barTime, out);
            }
        }
    }

    /** Positions whose time limit has passed. */
    void endTimeLimits(long barTime, List<Decision> out) {
        for (int i = 0; i < account.holdings().size(); i++) {
            Holding held = account.holdings().get(i);
            boolean isOver = held.timeLimitBars > 0 && held.barsHeld >= held.timeLimitBars;
            if (isOver && !held.exitWanted && !account.hasPendingExit(held)) {
                String orderId = ids.orderId(held.entryOrderId + "@time-limit", "exit");
                submit(held, new WayOut(orderId, null, Intent.EXIT, ExitReason.TIME_LIMIT), barTime, out);
            }
        }
    }

    /** An automatic halt: all positions out at the next open. */
    void exitAll(String cause, long barTime, List<Decision> out) {
        for (Holding held : List.copyOf(account.holdings())) {
            if (!account.hasPendingExit(held)) {
                String orderId = ids.orderId(cause + "/" + held.symbol, "exit");
                submit(held, new WayOut(orderId, null, Intent.EXIT, ExitReason.HALT), barTime, out);
            }
        }
    }

    /** This position out at once, on a person's word or because trading stopped, in place of any exit that waits. */
    void flatten(Holding held, String cause, ExitReason reason, long barTime, List<Decision> out) {
        String orderId = ids.orderId(cause + "/" + held.symbol, "flatten");
        for (Ticket ticket : List.copyOf(account.pending())) {
            if (ticket.orderId().equals(orderId)) {
                return;
            }
            if (ticket.intent() != Intent.ENTRY && ticket.symbol().equals(held.symbol)) {
                out.add(new Cancel(ticket.orderId(), ticket.symbol(), "REPLACED_BY_FLATTEN"));
            }
        }
        submit(held, new WayOut(orderId, null, Intent.FLATTEN, reason), barTime, out);
    }

    void cancelEntries(String reason, List<Decision> out) {
        for (Ticket ticket : account.pending()) {
            if (ticket.intent() == Intent.ENTRY) {
                out.add(new Cancel(ticket.orderId(), ticket.symbol(), reason));
            }
        }
    }

    /**
     * A part of a position, or a price to wait for, on a person's word. It gives way to every order that closes the whole.
     */
    void onPerson(
            String symbol, Side side, long shares, OrderTerms terms, String cause, long barTime, List<Decision> out) {
        Holding held = account.holding(symbol);
        long available = held == null || held.side != side ? 0 : held.shares;
        if (held == null || shares < 1 || shares > available) {
            Figures figures = Figures.of("shares", (double) shares).and("held", (double) available);
            out.add(denied(symbol, Denial.Code.REJECTED_MORE_THAN_HELD, "more than is held", figures));
        } else if (account.hasPendingReduction(symbol)) {
            Figures figures = Figures.of("held", (double) available);
            out.add(denied(symbol, Denial.Code.REJECTED_ALREADY_CLOSING, "an order closes it already", figures));
        } else {
            Ticket ticket = Ticket.closing(ids.orderId(cause + "/" + symbol, "exit"), null, held, barTime, Intent.EXIT)
                    .withShares(shares)
                    .withTerms(terms);
            account.await(ticket);
            out.add(new Approved(ticket, 0, account.equity(), ExitReason.PERSON, null));
        }
    }

    private static Denied denied(String symbol, Denial.Code code, String detail, Figures figures) {
        return new Denied(null, symbol, code.name(), detail, figures.asMap());
    }

    /** All that opens a position or waits for a price. */
    void cancelWaiting(String reason, List<Decision> out) {
        for (Ticket ticket : account.pending()) {
            Holding held = account.holding(ticket.symbol());
            if (held == null || !ticket.closesAll(held.shares)) {
                out.add(new Cancel(ticket.orderId(), ticket.symbol(), reason));
            }
        }
    }

    /** An order is no longer wanted; a position that it was to close is kept. Nothing where it is not out. */
    void cancel(String orderId, String reason, List<Decision> out) {
        for (Ticket ticket : account.pending()) {
            if (ticket.orderId().equals(orderId)) {
                out.add(new Cancel(orderId, ticket.symbol(), reason));
                Holding held = account.holding(ticket.symbol());
                if (held != null && ticket.intent() != Intent.ENTRY) {
                    held.exitWanted = false;
                }
            }
        }
    }

    private void giveWay(Holding held, List<Decision> out) {
        for (Ticket ticket : account.pending()) {
            boolean closes = ticket.intent() != Intent.ENTRY && ticket.symbol().equals(held.symbol);
            if (closes && !ticket.closesAll(held.shares)) {
                out.add(new Cancel(ticket.orderId(), ticket.symbol(), "REPLACED_BY_EXIT"));
            }
        }
    }

    private void submit(Holding held, WayOut way, long barTime, List<Decision> out) {
        if (way.intent() != Intent.FLATTEN) {
            giveWay(held, out);
        }
        Ticket ticket = Ticket.closing(way.orderId(), way.signalId(), held, barTime, way.intent());
        held.exitWanted = true;
        account.await(ticket);
        out.add(new Approved(ticket, 0, account.equity(), way.reason(), null));
    }
}
