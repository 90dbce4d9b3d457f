package io.fluxhero.execution.domain.broker;

/** The broker did not answer a question; it may be asked again. */
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String message) {
        super(message);
    }
}
