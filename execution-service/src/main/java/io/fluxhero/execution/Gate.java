package io.fluxhero.execution;

import io.fluxhero.execution.domain.order.Order;
import jakarta.enterprise.context.ApplicationScoped;

/** What may go to the broker now. Whatever reduces always may; what opens needs a service that knows where it stands. */
@ApplicationScoped
public class Gate {

    private final Condition condition;

    public Gate(Condition condition) {
        this.condition = condition;
    }

    /** What to do with an order that has not been sent. */
    sealed interface Verdict {}

    /** Send it. */
    record Go() implements Verdict {}

    /** Keep it until something changes. */
    record Wait(String detail) implements Verdict {}

    /** It will never be sent. */
    record End(String code) implements Verdict {}

    Verdict on(Order order) {
        if (!order.opens()) {
            return new Go();
        }
        return switch (condition.state()) {
            case READY -> new Go();
            case HALTED -> new End("HALTED");
            case STARTING, RECOVERING -> new Wait("the books are not compared yet");
        };
    }
}
