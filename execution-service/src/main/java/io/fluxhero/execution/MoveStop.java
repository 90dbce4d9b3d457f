package io.fluxhero.execution;

import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.bar.Accounts;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trades;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The protective stop of a position works elsewhere from the next bar on. */
@ApplicationScoped
public class MoveStop {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Orders orders;
    private final Positions positions;
    private final Trades trades;
    private final SimulatedMarket broker;

    MoveStop(Accounts accounts, Orders orders, Positions positions, Trades trades, SimulatedMarket broker) {
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.trades = trades;
        this.broker = broker;
    }

    /** Moves it; a position that is gone needs none. */
    public void on(ProtectiveStopMoved moved) {
        accounts.lock(moved.account());
        if (!broker.moveStop(moved.entryOrderId(), moved.stopPrice())) {
            LOG.infof("stop.move_ignored symbol=%s entry=%s", moved.symbol(), moved.entryOrderId());
            return;
        }
        orders.legOf(moved.entryOrderId(), Intent.PROTECTIVE_STOP)
                .ifPresent(leg -> orders.save(
                        leg.stopMovedTo(moved.stopPrice()),
                        "stop moved to " + moved.stopPrice().toPlainString()));
        positions
                .find(moved.account(), moved.symbol())
                .ifPresent(held -> positions.put(held.protectedAt(moved.stopPrice(), moved.barTime())));
        trades.ofEntry(moved.entryOrderId()).ifPresent(trade -> trades.put(trade.protectedAt(moved.stopPrice())));
        LOG.infof(
                "stop.moved symbol=%s entry=%s stop=%s",
                moved.symbol(), moved.entryOrderId(), moved.stopPrice().toPlainString());
    }
}
