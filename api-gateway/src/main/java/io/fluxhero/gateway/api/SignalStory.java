package io.fluxhero.gateway.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signal from its reasons to its end.
 *
 * @param outcome where it stands. Risk has not answered: PENDING; it said no: IGNORED, DENIED, LATE (its bar had been
 *     decided) or EXPIRED (its bar was decided too late); it said yes: ORDERED, HELD (execution keeps the order back, for
 *     want of a lease), UNKNOWN (the broker has not said whether it has it), FILLED, CANCELLED, EXPIRED, REJECTED, FAILED
 * @param decisions what risk answered, first to last
 * @param orders what was ordered on its word, legs included, oldest first
 * @param fills of those orders, oldest first
 * @param trade that the fills belong to
 */
public record SignalStory(
        Signal signal,
        String outcome,
        List<RiskDecision> decisions,
        List<Order> orders,
        List<Fill> fills,
        @Nullable Trade trade) {

    private static final String NOT_SENT = "CREATED";
    private static final List<String> TOLD = List.of("CANCELLED", "EXPIRED", "REJECTED", "FAILED", "UNKNOWN");

    /** Puts together what three services know. */
    public static SignalStory of(
            Signal signal, List<RiskDecision> decisions, List<Order> orders, List<Fill> fills, @Nullable Trade trade) {
        return new SignalStory(signal, outcome(decisions, orders, fills), decisions, orders, fills, trade);
    }

    private static String outcome(List<RiskDecision> decisions, List<Order> orders, List<Fill> fills) {
        if (!fills.isEmpty()) {
            return "FILLED";
        }
        if (!orders.isEmpty()) {
            String state = orders.getFirst().state();
            if (state.equals(NOT_SENT)) {
                return "HELD";
            }
            return TOLD.contains(state) ? state : "ORDERED";
        }
        if (decisions.isEmpty()) {
            return "PENDING";
        }
        String answer = decisions.getLast().outcome();
        return answer.equals("APPROVED") ? "ORDERED" : answer;
    }
}
