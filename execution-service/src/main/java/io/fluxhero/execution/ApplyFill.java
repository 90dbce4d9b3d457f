package io.fluxhero.execution;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Flattens;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.ExitReason;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trade;
import io.fluxhero.execution.domain.position.TradeStatus;
import io.fluxhero.execution.domain.position.Trades;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** One execution changes its order, the position and the trade, once. */
@ApplicationScoped
public class ApplyFill {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.fills");

    /** How the identity of a candle begins. */
    private static final String CANDLE = "cnd-";

    private final Orders orders;
    private final Fills executions;
    private final Positions positions;
    private final Trades trades;
    private final Flattens flattens;
    private final FillsOut out;

    ApplyFill(Orders orders, Fills executions, Positions positions, Trades trades, Flattens flattens, FillsOut out) {
        this.orders = orders;
        this.executions = executions;
        this.positions = positions;
        this.trades = trades;
        this.flattens = flattens;
        this.out = out;
    }

    /** Applies it; an execution that was applied before changes nothing. */
    public void on(Order order, Fill fill, Instant at) {
        if (executions.contains(fill.fillId())) {
            LOG.infof("order.fill_repeated symbol=%s order=%s fill=%s", fill.symbol(), order.orderId(), fill.fillId());
            return;
        }
        Order after = order.filledBy(fill, at);
        orders.save(after, fill.quantity() + " at " + fill.price().toPlainString());
        executions.add(order.account(), fill, at);
        out.filled(after, fill, at);
        LOG.infof(
                "order.filled symbol=%s order=%s intent=%s side=%s quantity=%d price=%s commission=%s",
                fill.symbol(),
                order.orderId(),
                fill.intent(),
                fill.side(),
                fill.quantity(),
                fill.price().toPlainString(),
                fill.commission().toPlainString());
        if (fill.intent() == Intent.ENTRY) {
            open(after, fill);
        } else {
            close(after, fill);
        }
    }

    private void open(Order entry, Fill fill) {
        positions.put(positions
                .find(entry.account(), fill.symbol())
                .map(held -> held.increasedBy(fill))
                .orElseGet(() -> Position.openedBy(entry, fill)));
        Trade trade = trades.ofEntry(entry.orderId())
                .map(begun -> begun.increasedBy(fill))
                .orElseGet(() -> Trade.openedBy(Ids.derive("trd", entry.orderId()), entry, fill));
        trades.put(trade);
        LOG.infof(
                "trade.opened symbol=%s trade=%s side=%s shares=%d price=%s stop=%s",
                trade.symbol(), trade.tradeId(), trade.side(), trade.shares(), trade.entryPrice(), trade.stopLoss());
    }

    private void close(Order order, Fill fill) {
        Position held = positions
                .find(order.account(), fill.symbol())
                .orElseThrow(() -> new IllegalStateException("fill " + fill.fillId() + " closes nothing"));
        held.reducedBy(fill).ifPresentOrElse(positions::put, () -> positions.remove(held));
        Trade trade = trades.ofEntry(fill.entryOrderId())
                .orElseThrow(() -> new IllegalStateException("no trade began with " + fill.entryOrderId()))
                .reducedBy(fill, ExitReason.of(fill.intent(), isForEverything(order)));
        trades.put(trade);
        if (trade.status() == TradeStatus.CLOSED) {
            LOG.infof(
                    "trade.closed symbol=%s trade=%s by=%s price=%s pnl=%s",
                    trade.symbol(),
                    trade.tradeId(),
                    trade.exit().reason(),
                    trade.exit().price(),
                    trade.exit().realizedPnl());
        }
    }

    /** The kill switch closes everything: a person asked for all symbols, or a rule tripped at the close of a candle. */
    private boolean isForEverything(Order order) {
        return order.instruction().intent() == Intent.FLATTEN
                && flattens.find(order.correlationId())
                        .map(wish -> wish.symbol() == null)
                        .orElseGet(() -> order.correlationId().startsWith(CANDLE));
    }
}
