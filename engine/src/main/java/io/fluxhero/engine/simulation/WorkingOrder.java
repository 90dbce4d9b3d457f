package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;

/**
 * An order that the simulated broker holds. A ticket without fills waits for the next bar; once an entry filled, its
 * protective stop (and target) works under {@code stopOrderId} and {@code targetOrderId}.
 *
 * @param ticket the order as decided, for what is left of it; of a position the entry for the shares that are held
 * @param live PROTECTIVE_STOP once the entry has filled and its legs work, else the ticket's own intent
 * @param stopMicros where the stop works now, 0 for none
 * @param targetMicros where the target works now, 0 for none
 * @param progress what happened to it so far
 */
public record WorkingOrder(Ticket ticket, Intent live, long stopMicros, long targetMicros, Progress progress) {

    /**
     * What happened to an order that waits for its price.
     *
     * @param sessionDay epoch day of the first bar that it saw, {@link Long#MIN_VALUE} before
     * @param triggered whether a stop-limit has become a limit, or a stop (also of a position) a market order
     */
    public record Progress(long sessionDay, boolean triggered) {

        /** Nothing yet. */
        public static final Progress NONE = new Progress(Long.MIN_VALUE, false);
    }

    /** An order to which nothing happened yet. */
    public WorkingOrder(Ticket ticket, Intent live, long stopMicros, long targetMicros) {
        this(ticket, live, stopMicros, targetMicros, Progress.NONE);
    }

    /** Id of the protective stop that belongs to an entry. */
    public static String stopOrderId(String entryOrderId) {
        return entryOrderId + "-stop";
    }

    /** Id of the profit target that belongs to an entry. */
    public static String targetOrderId(String entryOrderId) {
        return entryOrderId + "-target";
    }

    static WorkingOrder waiting(Ticket ticket) {
        return new WorkingOrder(ticket, ticket.intent(), 0, 0);
    }

    static WorkingOrder filled(Ticket entry) {
        return new WorkingOrder(entry, Intent.PROTECTIVE_STOP, entry.stopMicros(), entry.targetMicros());
    }

    /** Whether its entry has filled, so that it is a position with its legs. */
    public boolean isPosition() {
        return live == Intent.PROTECTIVE_STOP;
    }

    boolean isEntry() {
        return live == Intent.ENTRY;
    }

    WorkingOrder withStop(long stop) {
        return new WorkingOrder(ticket, live, stop, targetMicros, progress);
    }

    WorkingOrder triggered() {
        return with(new Progress(progress.sessionDay(), true));
    }

    WorkingOrder withTicket(Ticket other) {
        return new WorkingOrder(other, live, stopMicros, targetMicros, progress);
    }

    WorkingOrder withShares(long held) {
        return withTicket(ticket.withShares(held));
    }

    WorkingOrder after(CorporateAction action) {
        return new WorkingOrder(
                ticket.after(action), live, action.priceAfter(stopMicros), action.priceAfter(targetMicros), progress);
    }

    WorkingOrder with(Progress next) {
        return next.equals(progress) ? this : new WorkingOrder(ticket, live, stopMicros, targetMicros, next);
    }
}
