package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
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
        Instruction plan = order.instruction().withQuantity(order.remaining());
        BigDecimal limit = order.progress().workingLimit();
        BigDecimal cash = plan.cashLimit();
        BigDecimal price = order.progress().averagePrice();
        if (cash != null && price != null) {
            BigDecimal spent = price.multiply(
                            BigDecimal.valueOf(order.progress().filled()))
                    .add(order.progress().commission());
            plan = plan.withCashLimit(cash.subtract(spent).max(BigDecimal.ZERO));
        }
        return new NewOrder(
                order.clientOrderId(),
                order.account(),
                limit == null ? plan : plan.withLimitPrice(limit),
                order.progress().at());
    }
}
