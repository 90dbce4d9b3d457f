package io.fluxhero.engine.simulation;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;

/**
 * An order that the simulated broker holds. A ticket without fills waits for the next bar; once an entry filled, its
 * protective stop (and target) works under {@code stopOrderId} and {@code targetOrderId}.
 *
 * @param ticket the order as decided
 * @param live PROTECTIVE_STOP once the entry has filled and its legs work, else the ticket's own intent
 * @param stopMicros where the stop works now, 0 for none
 * @param targetMicros where the target works now, 0 for none
 */
public record WorkingOrder(Ticket ticket, Intent live, long stopMicros, long targetMicros) {

    /** Id of the protective stop that belongs to an entry. */
    public static String stopOrderId(String entryOrderId) {
        return entryOrderId + "-stop";
    }

    /** Id of the profit target that belongs to an entry. */
    public static String targetOrderId(String entryOrderId) {
        return entryOrderId + "-target";
    }

    static WorkingOrder filled(Ticket entry) {
        return new WorkingOrder(entry, Intent.PROTECTIVE_STOP, entry.stopMicros(), entry.targetMicros());
    }

    /** Whether its entry has filled, so that it is a position with its legs. */
    public boolean isPosition() {
        return live == Intent.PROTECTIVE_STOP;
    }

    WorkingOrder withStop(long stop) {
        return new WorkingOrder(ticket, live, stop, targetMicros);
    }

    WorkingOrder withShares(long held) {
        return new WorkingOrder(ticket.withShares(held), live, stopMicros, targetMicros);
    }
}
