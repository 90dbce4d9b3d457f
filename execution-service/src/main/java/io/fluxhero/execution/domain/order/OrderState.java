package io.fluxhero.execution.domain.order;

import java.util.Map;
import java.util.Set;

/** Where an order stands. An order that risk denied never becomes one of these. */
public enum OrderState {
    /** Known to us, not yet given to the broker. */
    CREATED,
    /** Being given to the broker, not yet acknowledged: it must be assumed to be there. */
    SUBMITTED,
    /** The broker's answer did not arrive: it is asked, and the same id is sent again where it has none. */
    UNKNOWN,
    /** Working at the broker. */
    ACCEPTED,
    /** Some shares traded, the rest works. */
    PARTIALLY_FILLED,
    /** All shares traded. */
    FILLED,
    /** We asked for its end; a fill may still win. */
    CANCEL_REQUESTED,
    /** What worked at the broker gave way to a successor under another broker id; the order lives on. */
    REPLACED,
    /** The rest is gone. */
    CANCELLED,
    /** The broker said no. */
    REJECTED,
    /** Its time ran out. */
    EXPIRED,
    /** Technology failed before the broker could see it. */
    FAILED;

    private static final Map<OrderState, Set<OrderState>> NEXT = Map.of(
            CREATED, Set.of(SUBMITTED, CANCELLED, EXPIRED, FAILED),
            SUBMITTED,
                    Set.of(UNKNOWN, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, REJECTED, EXPIRED),
            UNKNOWN,
                    Set.of(
                            SUBMITTED,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            CANCEL_REQUESTED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED),
            ACCEPTED, Set.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, REPLACED, CANCELLED, REJECTED, EXPIRED),
            PARTIALLY_FILLED, Set.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, REPLACED, CANCELLED, EXPIRED),
            CANCEL_REQUESTED,
                    Set.of(
                            CANCEL_REQUESTED,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            REPLACED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED),
            REPLACED, Set.of(SUBMITTED, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, EXPIRED));

    /** Whether {@code next} may follow this state. */
    public boolean allows(OrderState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether nothing can follow. */
    public boolean isTerminal() {
        return !NEXT.containsKey(this);
    }

    /**
     * The next state.
     *
     * @throws IllegalTransition where the table does not have it
     */
    OrderState to(OrderState next) {
        if (!allows(next)) {
            throw new IllegalTransition(this, next);
        }
        return next;
    }
}
