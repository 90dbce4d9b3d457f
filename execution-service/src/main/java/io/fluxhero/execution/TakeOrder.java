package io.fluxhero.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderType;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.Rationale;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An approved order is written down before the broker hears of it. */
@ApplicationScoped
public class TakeOrder {

    /** The explanation as the trades of the API show it. */
    private static final ObjectMapper SNAKE_CASE =
            Wire.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Orders orders;

    public TakeOrder(Accounts accounts, Orders orders) {
        this.accounts = accounts;
        this.orders = orders;
    }

    /** Stores it, to be given to the broker once this is committed; an order id that is known changes nothing. */
    public void on(OrderApproved approved) {
        accounts.hold(approved.account());
        if (orders.find(approved.orderId()).isPresent()) {
            LOG.infof("order.repeated symbol=%s order=%s", approved.symbol(), approved.orderId());
            return;
        }
        orders.add(orderOf(approved));
    }

    private static Order orderOf(OrderApproved approved) {
        Instruction instruction = new Instruction(
                approved.signalId(),
                approved.symbol(),
                approved.timeframe(),
                approved.barTime(),
                Intent.valueOf(approved.intent().name()),
                Side.valueOf(approved.positionSide().name()),
                approved.mode() == null ? null : Mode.valueOf(approved.mode().name()),
                OrderType.valueOf(approved.orderType().name()),
                approved.quantity(),
                approved.limitPrice(),
                approved.stopPrice(),
                approved.protectiveStop(),
                approved.takeProfit(),
                approved.averageVolume(),
                approved.cashLimit(),
                null);
        return Order.created(
                approved.orderId(),
                approved.account(),
                approved.meta().correlationId(),
                instruction,
                rationaleOf(approved.explanation()),
                new Order.Admission(approved.riskEpoch(), approved.expiresAt()),
                approved.meta().occurredAt());
    }

    private static @Nullable Rationale rationaleOf(@Nullable Explanation explanation) {
        if (explanation == null) {
            return null;
        }
        try {
            String json = SNAKE_CASE.writeValueAsString(explanation);
            return new Rationale(explanation.formattedReason(), json, explanation.regime());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an explanation always has a JSON form", e);
        }
    }
}
