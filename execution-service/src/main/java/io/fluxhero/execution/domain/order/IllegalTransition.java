package io.fluxhero.execution.domain.order;

/** The transition table does not have this step: a bug of ours, or a broker that contradicts itself. */
public final class IllegalTransition extends Contradiction {

    private static final long serialVersionUID = 1L;

    IllegalTransition(OrderState from, OrderState to) {
        super("an order that is " + from + " cannot become " + to);
    }
}
