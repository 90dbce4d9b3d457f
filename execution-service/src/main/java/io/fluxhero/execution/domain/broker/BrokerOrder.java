package io.fluxhero.execution.domain.broker;

/**
 * An order as the broker holds it.
 *
 * @param clientOrderId our id, or whatever a foreign order has
 * @param quantity shares ordered, those that are filled included
 * @param filled shares traded so far
 */
public record BrokerOrder(
        String clientOrderId, String brokerOrderId, String symbol, Status status, long quantity, long filled) {

    /** Where it stands at the broker. */
    public enum Status {
        WORKING,
        FILLED,
        CANCELLED,
        REJECTED,
        EXPIRED
    }
}
