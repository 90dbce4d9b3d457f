package io.fluxhero.execution.domain.order;

/** What is said of an order or a position cannot be true beside what we know. */
public class Contradiction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Contradiction(String message) {
        super(message);
    }
}
