package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.performance.ClosedPositions;
import io.fluxhero.engine.risk.Decision.Approved;
import io.fluxhero.engine.risk.Decision.StopMoved;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.strategy.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins decisions and fills into trades. It only writes down; money is the portfolio's. */
final class TradeLedger {

    private record Approval(Approved decision, Explanation explanation) {}

    private static final class Lot {
        final Approval approval;
        final Execution entry;
        final int entryBar;
        long lastStop;

        Lot(Approval approval, Execution entry, int entryBar) {
            this.approval = approval;
            this.entry = entry;
            this.entryBar = entryBar;
            lastStop = approval.decision().ticket().stopMicros();
        }
    }

    private final Map<String, Approval> approvals = new HashMap<>();
    private final Map<String, Lot> lots = new HashMap<>();
    private final List<ClosedTrade> trades = new ArrayList<>();
    private long commission;
    private long slippage;

    void approved(Approved entry, Explanation explanation) {
        approvals.put(entry.ticket().orderId(), new Approval(entry, explanation));
    }

    void ended(String orderId) {
        approvals.remove(orderId);
    }

    void stopMoved(StopMoved moved) {
        Lot lot = lots.get(moved.entryOrderId());
        if (lot != null) {
            lot.lastStop = moved.stopMicros();
        }
    }

    /** Takes a fill; {@code bar} counts the bars of its symbol. */
    void filled(Execution execution, int bar) {
        commission += execution.commissionMicros();
        slippage += execution.slippageMicros();
        if (execution.intent() == Intent.ENTRY) {
            Approval approval = known(approvals.remove(execution.orderId()), execution);
            lots.put(execution.orderId(), new Lot(approval, execution, bar));
        } else {
            Lot lot = known(lots.remove(execution.entryOrderId()), execution);
            trades.add(closed(lot, execution, bar));
        }
    }

    private static <T> T known(@Nullable T found, Execution execution) {
        if (found == null) {
            throw new IllegalStateException("a fill without its order: " + execution);
        }
        return found;
    }

    private static ClosedTrade closed(Lot lot, Execution exit, int bar) {
        Execution entry = lot.entry;
        Ticket ticket = lot.approval.decision().ticket();
        Side side = entry.side();
        long costs = entry.commissionMicros() + exit.commissionMicros();
        long gain = side.sign() * exit.shares() * (exit.priceMicros() - entry.priceMicros());
        double risk = Micros.toDouble(lot.approval.decision().riskMicros());
        return new ClosedTrade(
                entry.symbol(),
                side,
                lot.approval.explanation().mode(),
                entry.barTime(),
                entry.priceMicros(),
                exit.barTime(),
                exit.priceMicros(),
                exit.shares(),
                ticket.stopMicros(),
                lot.lastStop,
                costs,
                entry.slippageMicros() + exit.slippageMicros(),
                gain - costs,
                bar - lot.entryBar,
                exit.intent(),
                lot.approval.explanation(),
                lot.approval.decision().riskMicros(),
                risk / Micros.toDouble(lot.approval.decision().equityMicros()) * 100);
    }

    List<ClosedTrade> trades() {
        return List.copyOf(trades);
    }

    ClosedPositions summary(int barsWithPosition) {
        return new ClosedPositions(
                trades.stream()
                        .mapToDouble(trade -> Micros.toDouble(trade.pnlMicros()))
                        .toArray(),
                trades.stream().mapToInt(ClosedTrade::holdingBars).toArray(),
                barsWithPosition,
                Micros.toDouble(commission),
                Micros.toDouble(slippage));
    }
}
