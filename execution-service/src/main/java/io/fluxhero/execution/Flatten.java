package io.fluxhero.execution;

import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.order.Flattens;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Nothing new may open: pending entries end. The orders that close positions follow as approved orders. */
@ApplicationScoped
public class Flatten {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Orders orders;
    private final Flattens flattens;
    private final CancelOrder cancelOrder;

    public Flatten(Accounts accounts, Orders orders, Flattens flattens, CancelOrder cancelOrder) {
        this.accounts = accounts;
        this.orders = orders;
        this.flattens = flattens;
        this.cancelOrder = cancelOrder;
    }

    /** Cancels the entries in its scope and remembers who wanted it. */
    public void on(FlattenRequested request) {
        accounts.lock(request.account());
        flattens.add(new Flattens.Flatten(
                request.meta().correlationId(),
                request.account(),
                request.symbol(),
                request.reason(),
                request.requestedBy(),
                request.meta().occurredAt()));
        LOG.warnf(
                "flatten.requested symbol=%s by=%s reason=%s",
                request.symbol() == null ? "*" : request.symbol(), request.requestedBy(), request.reason());
        for (Order entry : orders.openEntries(request.account(), request.symbol())) {
            cancelOrder.end(
                    entry, "flatten: " + request.reason(), request.meta().occurredAt());
        }
    }
}
