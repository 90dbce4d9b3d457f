package io.fluxhero.risk.domain.execution;

import io.fluxhero.contracts.order.OrderMessage;
import java.time.Duration;
import java.util.List;

/** The doors of execution that work without Kafka. Each may take as long as its patience allows. */
public interface Execution {

    /** It did not answer, or not in a way that could be understood: whether it acted is unknown. */
    class Unreachable extends Exception {

        private static final long serialVersionUID = 1;

        /** With what is known of the failure. */
        public Unreachable(String detail) {
            super(detail);
        }

        /** With the failure that it was. */
        public Unreachable(String detail, Exception cause) {
            super(detail, cause);
        }

        /** The failure in words. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Allows opening orders of {@code epoch} for so long.
     *
     * @return false where execution was told of a newer epoch already
     */
    boolean lease(long epoch, Duration validFor) throws Unreachable;

    /** Opening orders of older epochs are refused from now on, and those of this one too where {@code halted}. */
    void fence(long epoch, boolean halted, String by, String reason) throws Unreachable;

    /** How it stands. */
    ExecutionState state() throws Unreachable;

    /** Hands over messages exactly as they are on the topic {@code orders}; whichever way is faster counts. */
    void deliver(List<OrderMessage> orders) throws Unreachable;
}
