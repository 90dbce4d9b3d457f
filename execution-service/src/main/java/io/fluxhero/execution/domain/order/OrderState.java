package io.fluxhero.execution.domain.order;

import java.util.Map;
import java.util.Set;

/** Where an order stands. An order that risk denied never becomes one of these. */
public enum OrderState {
    /** Known to us, not yet given to the broker. */
    CREATED,
    /** Given to the broker, not yet acknowledged. */
    SUBMITTED,
    /** Working at the broker. */
    ACCEPTED,
    /** Some shares traded, the rest works. */
    PARTIALLY_FILLED,
    /** All shares traded. */
    FILLED,
    /** We asked for its end; a fill may still win. */
    CANCEL_REQUESTED,
    /** The rest is gone. */
    CANCELLED,
    /** The broker said no. */
    REJECTED,
    /** Its time ran out at the broker. */
    EXPIRED,
    /** Technology failed before the broker could answer. */
    FAILED;

    private static final Map<OrderState, Set<OrderState>> NEXT = Map.of(
            CREATED, Set.of(SUBMITTED, FAILED),
            SUBMITTED,
                    Set.of(ACCEPTED, PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, REJECTED, EXPIRED, FAILED),
            ACCEPTED, Set.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, REJECTED, EXPIRED),
            PARTIALLY_FILLED, Set.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, EXPIRED),
            CANCEL_REQUESTED, Set.of(ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED),
            FILLED, Set.of(),
            CANCELLED, Set.of(),
            REJECTED, Set.of(),
            EXPIRED, Set.of(),
            FAILED, Set.of());

    /** Whether {@code next} may follow this state. */
    public boolean allows(OrderState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether nothing can follow. */
    public boolean isTerminal() {
        return NEXT.getOrDefault(this, Set.of()).isEmpty();
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
