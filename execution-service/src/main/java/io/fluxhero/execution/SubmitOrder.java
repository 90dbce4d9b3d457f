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
import io.fluxhero.execution.domain.bar.Accounts;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.OrderType;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.Rationale;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An approved order goes to the broker, once. */
@ApplicationScoped
public class SubmitOrder {

    /** The explanation as the trades of the API show it. */
    private static final ObjectMapper SNAKE_CASE =
            Wire.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Orders orders;
    private final Marks marks;
    private final SimulatedMarket broker;
    private final RecordReports reports;

    SubmitOrder(Accounts accounts, Orders orders, Marks marks, SimulatedMarket broker, RecordReports reports) {
        this.accounts = accounts;
        this.orders = orders;
        this.marks = marks;
        this.broker = broker;
        this.reports = reports;
    }

    /** Submits it; an order id that is known already changes nothing. */
    public void on(OrderApproved approved) {
        accounts.lock(approved.account());
        if (orders.find(approved.orderId()).isPresent()) {
            LOG.infof("order.repeated symbol=%s order=%s", approved.symbol(), approved.orderId());
            return;
        }
        Instant at = approved.meta().occurredAt();
        Order created = orderOf(approved);
        orders.add(created);
        Order submitted = created.moveTo(OrderState.SUBMITTED, at);
        orders.save(submitted, "approved by risk");
        if (submitted.instruction().intent() == Intent.FLATTEN) {
            flatten(submitted, at);
        } else {
            reports.all(broker.submit(submitted), at);
        }
    }

    /** Between bars there is no next open to wait for, perhaps ever: a flatten trades at the last price seen. */
    private void flatten(Order order, Instant at) {
        Optional<Mark> mark = marks.find(order.instruction().symbol());
        if (mark.isEmpty()) {
            String detail = "no price of " + order.instruction().symbol() + " was ever seen";
            reports.all(List.of(new BrokerReport.Rejected(order.orderId(), "NO_PRICE", detail)), at);
            return;
        }
        reports.all(broker.submit(order), at);
        reports.all(
                broker.fillNow(order.orderId(), mark.get().close(), mark.get().barTime()), at);
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
