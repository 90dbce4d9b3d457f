package io.fluxhero.execution;

import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A working order is asked to end; one that has ended, or protects a position, stays as it is. */
@ApplicationScoped
public class CancelOrder {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Orders orders;
    private final OrderSteps steps;

    public CancelOrder(Accounts accounts, Orders orders, OrderSteps steps) {
        this.accounts = accounts;
        this.orders = orders;
        this.steps = steps;
    }

    /** Writes the wish down; the broker hears of it once this is committed. */
    public void on(OrderCancelRequested request) {
        accounts.lock(request.account());
        Optional<Order> order = orders.find(request.orderId());
        if (order.isEmpty()) {
            LOG.warnf("order.cancel_unknown symbol=%s order=%s", request.symbol(), request.orderId());
            return;
        }
        end(order.get(), request.reason(), request.meta().occurredAt());
    }

    void end(Order order, String reason, Instant at) {
        if (order.isLeg() || order.state().isTerminal()) {
            LOG.infof(
                    "order.cancel_ignored symbol=%s order=%s state=%s",
                    order.instruction().symbol(), order.orderId(), order.state());
        } else if (order.state() == OrderState.CREATED || order.state() == OrderState.REPLACED) {
            steps.cancelled(order, reason, at);
        } else {
            steps.cancelRequested(order, reason, at);
        }
    }
}
