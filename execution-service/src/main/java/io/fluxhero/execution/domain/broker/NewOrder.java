package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import java.time.Instant;

/**
 * An order in the words of the port.
 *
 * @param clientOrderId our id, unique at the broker for ever
 * @param instruction what to trade, for the shares that are left
 * @param at event time of the decision
 */
public record NewOrder(String clientOrderId, String account, Instruction instruction, Instant at) {

    /** What is left of an order. */
    public static NewOrder of(Order order) {
        return new NewOrder(
                order.clientOrderId(),
                order.account(),
                order.instruction().withQuantity(order.remaining()),
                order.progress().at());
    }
}
