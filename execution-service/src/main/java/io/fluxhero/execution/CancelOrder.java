package io.fluxhero.execution;

import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.execution.domain.bar.Accounts;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
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
    private final SimulatedMarket broker;
    private final RecordReports reports;

    CancelOrder(Accounts accounts, Orders orders, SimulatedMarket broker, RecordReports reports) {
        this.accounts = accounts;
        this.orders = orders;
        this.broker = broker;
        this.reports = reports;
    }

    /** Asks the broker to end it. */
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
        boolean protects = order.instruction().entryOrderId() != null;
        if (protects || !order.state().allows(OrderState.CANCEL_REQUESTED)) {
            LOG.infof(
                    "order.cancel_ignored symbol=%s order=%s state=%s",
                    order.instruction().symbol(), order.orderId(), order.state());
            return;
        }
        orders.save(order.moveTo(OrderState.CANCEL_REQUESTED, at), reason);
        reports.all(broker.cancel(order.orderId(), reason), at);
    }
}
