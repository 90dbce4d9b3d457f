package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A position whose protective stop is gone gets it back, where it stood last. */
@ApplicationScoped
public class KeepProtected {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.protection");

    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Positions positions;
    private final OrderSteps steps;
    private final FillsOut out;
    private final InstantSource clock;

    public KeepProtected(
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Positions positions,
            OrderSteps steps,
            FillsOut out,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.steps = steps;
        this.out = out;
        this.clock = clock;
    }

    /** Writes down a new stop for every position whose last one has ended; it is sent like any order that reduces. */
    void round(String account) {
        transactions.run(() -> {
            accounts.lock(account);
            for (Position held : positions.all()) {
                BigDecimal stop = held.stopLoss();
                if (stop != null && !isProtected(held)) {
                    protect(held, stop);
                }
            }
        });
    }

    private boolean isProtected(Position held) {
        return orders.legOf(held.entryOrderId(), Intent.PROTECTIVE_STOP)
                .filter(leg -> !leg.state().isTerminal())
                .isPresent();
    }

    private void protect(Position held, BigDecimal stop) {
        Optional<Order> entry = orders.find(held.entryOrderId());
        if (entry.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String id = WorkingOrder.stopOrderId(held.entryOrderId());
        int number = 2;
        while (orders.find(id).isPresent()) {
            id = WorkingOrder.stopOrderId(held.entryOrderId()) + "-" + number;
            number++;
        }
        orders.add(entry.get()
                .leg(id, Intent.PROTECTIVE_STOP, now)
                .sizedTo(held.shares())
                .stopMovedTo(stop));
        tell(held, now);
    }

    /** A stop that works here but not at the broker is given to it again, under the id of the next attempt. */
    void giveAgain(Order lost) {
        transactions.run(() -> {
            accounts.lock(lost.account());
            Optional<Order> leg = orders.find(lost.orderId()).filter(lost::equals);
            Optional<Position> held =
                    positions.find(lost.account(), lost.instruction().symbol());
            if (leg.isPresent() && held.isPresent()) {
                Instant now = clock.instant();
                steps.replaced(leg.get(), "not at the broker", now);
                tell(held.get(), now);
            }
        });
    }

    private void tell(Position held, Instant now) {
        String detail = held.symbol() + ": " + held.shares()
                + " shares had no stop at the broker; it is placed again at " + held.stopLoss();
        LOG.errorf("position.unprotected %s", detail);
        out.faulted(held.account(), Severity.CRITICAL, "POSITION_UNPROTECTED", detail, now);
    }
}
