package io.fluxhero.execution;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Contradiction;
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
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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

    public ApplyFill(
            Orders orders, Fills executions, Positions positions, Trades trades, Flattens flattens, FillsOut out) {
        this.orders = orders;
        this.executions = executions;
        this.positions = positions;
        this.trades = trades;
        this.flattens = flattens;
        this.out = out;
    }

    /** What an execution leads to; the position is absent where it closes all of it. */
    private record Outcome(Order order, @Nullable Position position, Trade trade) {}

    /**
     * Applies it; an execution that was applied before changes nothing.
     *
     * @throws Contradiction where it contradicts our books, before anything has changed
     */
    void on(Order order, Fill fill, Instant at) {
        if (executions.contains(fill.fillId())) {
            LOG.infof("order.fill_repeated symbol=%s order=%s fill=%s", fill.symbol(), order.orderId(), fill.fillId());
            return;
        }
        Optional<Position> held = positions.find(order.account(), fill.symbol());
        Order after = order.state().isTerminal() ? order.filledAfterItsEnd(fill, at) : order.filledBy(fill, at);
        Outcome outcome = fill.intent() == Intent.ENTRY ? opened(after, fill, held) : closed(after, fill, held);
        store(outcome, fill, held);
        out.filled(after, fill);
        alignLegs(fill.entryOrderId(), outcome.position());
    }

    private Outcome opened(Order entry, Fill fill, Optional<Position> held) {
        Position position =
                held.map(before -> before.increasedBy(fill)).orElseGet(() -> Position.openedBy(entry, fill));
        Trade trade = trades.ofEntry(entry.orderId())
                .map(begun -> begun.increasedBy(fill))
                .orElseGet(() -> Trade.openedBy(Ids.derive("trd", entry.orderId()), entry, fill));
        return new Outcome(entry, position, trade);
    }

    private Outcome closed(Order order, Fill fill, Optional<Position> held) {
        Position before = held.orElseThrow(
                () -> new Contradiction("fill " + fill.fillId() + " closes nothing of " + fill.symbol()));
        Trade trade = trades.ofEntry(fill.entryOrderId())
                .orElseThrow(() -> new Contradiction("no trade began with " + fill.entryOrderId()))
                .reducedBy(fill, ExitReason.of(fill.intent(), isForEverything(order)));
        return new Outcome(order, before.reducedBy(fill).orElse(null), trade);
    }

    private void store(Outcome outcome, Fill fill, Optional<Position> held) {
        Order order = outcome.order();
        orders.save(order, fill.quantity() + " at " + fill.price().toPlainString());
        executions.add(order.account(), fill, order.progress().at());
        if (outcome.position() != null) {
            positions.put(outcome.position());
        } else {
            held.ifPresent(positions::remove);
        }
        trades.put(outcome.trade());
        log(order, fill, outcome.trade());
    }

    /** The broker keeps the legs of a position as large as the position. */
    private void alignLegs(String entryOrderId, @Nullable Position position) {
        if (position == null) {
            return;
        }
        for (Intent intent : List.of(Intent.PROTECTIVE_STOP, Intent.TAKE_PROFIT)) {
            orders.legOf(entryOrderId, intent)
                    .filter(leg -> !leg.state().isTerminal() && leg.remaining() != position.shares())
                    .ifPresent(leg -> orders.save(
                            leg.sizedTo(leg.progress().filled() + position.shares()),
                            "protects " + position.shares() + " shares"));
        }
    }

    /** The kill switch closes everything: a person asked for all symbols, or a rule tripped at the close of a candle. */
    private boolean isForEverything(Order order) {
        return order.instruction().intent() == Intent.FLATTEN
                && flattens.find(order.correlationId())
                        .map(wish -> wish.symbol() == null)
                        .orElseGet(() -> order.correlationId().startsWith(CANDLE));
    }

    private static void log(Order order, Fill fill, Trade trade) {
        LOG.infof(
                "order.filled symbol=%s order=%s intent=%s side=%s quantity=%d price=%s commission=%s",
                fill.symbol(),
                order.orderId(),
                fill.intent(),
                fill.side(),
                fill.quantity(),
                fill.price().toPlainString(),
                fill.commission().toPlainString());
        if (trade.status() == TradeStatus.CLOSED) {
            LOG.infof(
                    "trade.closed symbol=%s trade=%s by=%s price=%s pnl=%s",
                    trade.symbol(),
                    trade.tradeId(),
                    trade.exit().reason(),
                    trade.exit().price(),
                    trade.exit().realizedPnl());
        } else if (fill.intent() == Intent.ENTRY) {
            LOG.infof(
                    "trade.opened symbol=%s trade=%s side=%s shares=%d price=%s stop=%s",
                    trade.symbol(),
                    trade.tradeId(),
                    trade.side(),
                    trade.shares(),
                    trade.entryPrice(),
                    trade.stopLoss());
        }
    }
}
