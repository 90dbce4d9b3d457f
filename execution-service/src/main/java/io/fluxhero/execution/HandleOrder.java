package io.fluxhero.execution;

import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What risk decided is written down, whichever way it came. */
@ApplicationScoped
public class HandleOrder {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final ExecutionConfig config;
    private final TakeOrder takeOrder;
    private final CancelOrder cancelOrder;
    private final MoveStop moveStop;
    private final Flatten flatten;
    private final ResetAccount resetAccount;
    private final DecideBar decideBar;

    public HandleOrder(
            ExecutionConfig config,
            TakeOrder takeOrder,
            CancelOrder cancelOrder,
            MoveStop moveStop,
            Flatten flatten,
            ResetAccount resetAccount,
            DecideBar decideBar) {
        this.config = config;
        this.takeOrder = takeOrder;
        this.cancelOrder = cancelOrder;
        this.moveStop = moveStop;
        this.flatten = flatten;
        this.resetAccount = resetAccount;
        this.decideBar = decideBar;
    }

    /** Handles it in the current transaction. */
    public void on(OrderMessage message) {
        if (!message.account().equals(config.account())) {
            LOG.warnf(
                    "order.foreign_account account=%s message=%s",
                    message.account(), message.meta().messageId());
            return;
        }
        switch (message) {
            case OrderApproved approved -> takeOrder.on(approved);
            case OrderCancelRequested request -> cancelOrder.on(request);
            case ProtectiveStopMoved moved -> moveStop.on(moved);
            case FlattenRequested request -> flatten.on(request);
            case PaperResetRequested request -> resetAccount.on(request);
            case BarDecided decided -> decideBar.on(decided);
            case OrderDenied denied -> LOG.debugf("order.denied symbol=%s code=%s", denied.symbol(), denied.code());
        }
    }
}
