package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.ClosedPositions;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.AccountState.Position;
import io.fluxhero.engine.risk.Decision.Approved;
import io.fluxhero.engine.risk.Decision.StopMoved;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.ExitReason;
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

    private final Map<String, Approval> approvals = new HashMap<>();
    private final Map<String, Lot> lots = new HashMap<>();
    private final List<ClosedTrade> trades = new ArrayList<>();
    private long profit;
    private long commission;
    private long slippage;

    void approved(Approved entry, Explanation explanation) {
        approvals.put(entry.ticket().orderId(), new Approval(entry, explanation));
    }

    /** A closing order was decided. */
    void closing(Ticket ticket, ExitReason reason) {
        Lot lot = lots.get(ticket.symbol());
        if (lot != null) {
            lot.isToBeClosed(reason);
        }
    }

    void ended(String orderId) {
        approvals.remove(orderId);
    }

    void stopMoved(StopMoved moved) {
        Lot lot = lots.get(moved.symbol());
        if (lot != null) {
            lot.stopMoved(moved.stopMicros());
        }
    }

    /** Prices at which this symbol traded in a bar that has passed. */
    void saw(String symbol, double low, double high) {
        Lot lot = lots.get(symbol);
        if (lot != null) {
            lot.saw(low, high);
        }
    }

    /** Takes a fill; {@code bar} counts the bars of its symbol. */
    void filled(Execution execution, int bar) {
        commission += execution.commissionMicros();
        slippage += execution.slippageMicros();
        Lot lot = lots.get(execution.symbol());
        if (execution.intent() == Intent.ENTRY && lot != null) {
            lot.add(execution);
        } else if (execution.intent() == Intent.ENTRY) {
            Approval approval = known(approvals.remove(execution.orderId()), execution);
            lots.put(execution.symbol(), new Lot(approval.decision(), approval.explanation(), execution, bar));
        } else {
            close(known(lot, execution), execution, bar);
        }
    }

    private void close(Lot lot, Execution exit, int bar) {
        ClosedTrade trade = lot.close(exit, bar);
        trades.add(trade);
        profit += trade.pnlMicros();
        if (lot.isClosed()) {
            lots.remove(exit.symbol());
        }
    }

    private static <T> T known(@Nullable T found, Execution execution) {
        if (found == null) {
            throw new IllegalStateException("a fill without its order: " + execution);
        }
        return found;
    }

    /** Shares held of a symbol. */
    long sharesOf(String symbol) {
        Lot lot = lots.get(symbol);
        return lot == null ? 0 : lot.shares();
    }

    /** A split or a dividend; what it made of the position is in the account. */
    void apply(CorporateAction action, AccountState account) {
        Lot lot = lots.get(action.symbol());
        for (Position held : account.positions()) {
            if (lot != null && held.symbol().equals(action.symbol())) {
                lot.apply(action, held);
            }
        }
    }

    /** What closed trades made and what open positions gain is the change of equity, to the micro. */
    void checkSum(long openGain, long changeOfEquity) {
        if (profit + openGain != changeOfEquity) {
            throw new IllegalStateException("the books do not add up: trades say " + profit + ", open positions "
                    + openGain + ", equity says " + changeOfEquity);
        }
    }

    List<ClosedTrade> trades() {
        return List.copyOf(trades);
    }

    ClosedPositions summary(int barsWithPosition) {
        double[] pnls = new double[trades.size()];
        int[] holdingBars = new int[pnls.length];
        for (int i = 0; i < pnls.length; i++) {
            pnls[i] = Micros.toDouble(trades.get(i).pnlMicros());
            holdingBars[i] = trades.get(i).holdingBars();
        }
        return new ClosedPositions(
                pnls, holdingBars, barsWithPosition, Micros.toDouble(commission), Micros.toDouble(slippage));
    }
}
