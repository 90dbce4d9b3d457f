package io.fluxhero.execution;

import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The steps of an order: it moves in its table, is stored, and the world hears of it. */
@ApplicationScoped
public class OrderSteps {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Orders orders;
    private final FillsOut fills;

    public OrderSteps(Orders orders, FillsOut fills) {
        this.orders = orders;
        this.fills = fills;
    }

    Order submitted(Order order, String detail, Instant at) {
        return told(order.moveTo(OrderState.SUBMITTED, at), OrderStatus.SUBMITTED, detail);
    }

    Order unknown(Order order, String detail, Instant at) {
        LOG.warnf("order.unknown symbol=%s order=%s cause=%s", symbolOf(order), order.orderId(), detail);
        return told(order.moveTo(OrderState.UNKNOWN, at), OrderStatus.UNKNOWN, detail);
    }

    Order cancelRequested(Order order, String reason, Instant at) {
        return told(order.cancelRequested(reason, at), OrderStatus.CANCEL_REQUESTED, reason);
    }

    Order replaced(Order order, String detail, Instant at) {
        return told(order.moveTo(OrderState.REPLACED, at), OrderStatus.REPLACED, detail);
    }

    Order submittedAgain(Order order, @Nullable BigDecimal limit, Instant at) {
        Order again = order.tryAgainAt(limit, at);
        String price = limit == null ? "its old price" : limit.toPlainString();
        LOG.infof(
                "order.chased symbol=%s order=%s attempt=%d price=%s remaining=%d",
                symbolOf(again), again.orderId(), again.progress().attempt(), price, again.remaining());
        return told(again, OrderStatus.SUBMITTED, "attempt " + again.progress().attempt() + " at " + price);
    }

    Order failed(Order order, String detail, Instant at) {
        Order failed = told(order.moveTo(OrderState.FAILED, at), OrderStatus.FAILED, detail);
        logEnd(failed, detail);
        return failed;
    }

    Order accepted(Order order, String brokerOrderId, Instant at) {
        Order accepted = order.acceptedAs(brokerOrderId, at);
        orders.save(accepted, "broker order " + brokerOrderId);
        LOG.infof(
                "order.accepted symbol=%s order=%s intent=%s side=%s quantity=%d",
                symbolOf(accepted),
                accepted.orderId(),
                accepted.instruction().intent(),
                accepted.instruction().side(),
                accepted.instruction().quantity());
        fills.accepted(accepted, brokerOrderId);
        return accepted;
    }

    Order cancelRefused(Order order, String detail, Instant at) {
        Order working = order.cancelRefused(at);
        orders.save(working, "not cancelled: " + detail);
        LOG.warnf("order.cancel_refused symbol=%s order=%s cause=%s", symbolOf(order), order.orderId(), detail);
        fills.worksOn(working, Objects.requireNonNullElse(working.progress().brokerOrderId(), ""));
        return working;
    }

    Order cancelled(Order order, String reason, Instant at) {
        Order gone = end(order, OrderState.CANCELLED, reason, at);
        fills.cancelled(gone, reason);
        return gone;
    }

    Order rejected(Order order, String code, String detail, Instant at) {
        Order refused = end(order, OrderState.REJECTED, code + ": " + detail, at);
        fills.rejected(refused, code, detail);
        return refused;
    }

    Order expired(Order order, String detail, Instant at) {
        Order late = end(order, OrderState.EXPIRED, detail, at);
        fills.expired(late);
        return late;
    }

    private Order told(Order order, OrderStatus status, String detail) {
        orders.save(order, detail);
        fills.stateChanged(order, status, detail);
        return order;
    }

    private Order end(Order order, OrderState state, String reason, Instant at) {
        Order ended = order.moveTo(state, at);
        orders.save(ended, reason);
        logEnd(ended, reason);
        return ended;
    }

    private static void logEnd(Order ended, String reason) {
        LOG.infof(
                "order.%s symbol=%s order=%s intent=%s reason=%s",
                ended.state().name().toLowerCase(Locale.ROOT),
                symbolOf(ended),
                ended.orderId(),
                ended.instruction().intent(),
                reason);
    }

    private static String symbolOf(Order order) {
        return order.instruction().symbol();
    }
}
