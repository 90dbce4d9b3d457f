package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.BarCloses;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.strategy.Explanation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Account and broker joined as the services join them, with the ledger listening. */
final class Chain {

    private final Portfolio portfolio;
    private final SimulatedBroker broker;
    private final TradeLedger ledger = new TradeLedger();
    private final long initialCash;
    private final List<Decision.Denied> denied = new ArrayList<>();
    private final List<Decision.Alert> alerts = new ArrayList<>();
    /** What was said to the bars that are decided. */
    private List<SettledBar> spoken = List.of();

    Chain(BacktestConfig config) {
        initialCash = config.initialCashMicros();
        portfolio = Portfolio.starting(config.risk(), (cause, leg) -> cause + "/" + leg, initialCash);
        boolean barsAreSessions = config.timeframe().seconds() >= Timeframe.D1.seconds();
        broker = new SimulatedBroker(config.costs(), List.of(), barsAreSessions);
    }

    /** The broker sees the current bar of a symbol. */
    void settle(Lane lane, long sessionDay) {
        if (portfolio.isIdle()) {
            return;
        }
        double low = lane.low();
        double high = lane.high();
        if (!broker.sleepsThrough(lane.symbol, low, high)) {
            Candle candle = lane.series.candle(lane.index());
            report(broker.onCandle(lane.symbol, candle, sessionDay), lane.index());
        }
        ledger.saw(lane.symbol, low, high);
    }

    /** The account decides the bars of one time; what was said to them is remembered until it has. */
    void decide(long time, long sessionDay, BarCloses closes, List<SettledBar> said) {
        spoken = said;
        carryOut(portfolio.onBars(time, sessionDay, closes, said));
        spoken = List.of();
    }

    /** A split or a dividend, before the open of the next bar. A position of less than one new share is paid out. */
    void apply(CorporateAction action, Lane lane) {
        if (ledger.sharesOf(action.symbol()) > 0 && action.sharesAfter(ledger.sharesOf(action.symbol())) == 0) {
            close(lane, ExitReason.CASH_IN_LIEU);
        }
        portfolio.onCorporateAction(action);
        broker.onCorporateAction(action);
        ledger.apply(action, portfolio.state());
        checkSum();
    }

    /** The data ended: what is open of this symbol is closed at its last close, with costs. */
    void closeOut(Lane lane) {
        close(lane, ExitReason.END_OF_DATA);
    }

    private void close(Lane lane, ExitReason reason) {
        long time = lane.index() < 0 ? 0 : lane.openTime();
        List<Decision> decisions = portfolio.close(lane.symbol, lane.symbol + "@" + time, reason, time);
        carryOut(decisions);
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Approved approved) {
                report(broker.fillNow(approved.ticket().orderId(), lane.close(), time), lane.index());
            }
        }
    }

    private void report(List<BrokerEvent> events, int index) {
        for (int i = 0; i < events.size(); i++) {
            switch (events.get(i)) {
                case BrokerEvent.Filled filled -> {
                    ledger.filled(filled.execution(), index);
                    carryOut(portfolio.onExecution(filled.execution()));
                    checkSum();
                }
                case BrokerEvent.Cancelled cancelled -> {
                    portfolio.onOrderEnded(cancelled.orderId());
                    ledger.ended(cancelled.orderId());
                }
                case BrokerEvent.Accepted accepted -> {}
            }
        }
    }

    private void carryOut(List<Decision> decisions) {
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            switch (decision) {
                case Decision.Approved approved -> submit(approved);
                case Decision.Cancel cancel -> report(broker.cancel(cancel.orderId(), cancel.reason()), 0);
                case Decision.StopMoved moved -> {
                    broker.moveStop(moved.symbol(), moved.entryOrderId(), moved.stopMicros());
                    ledger.stopMoved(moved);
                }
                case Decision.Denied refusal -> denied.add(refusal);
                case Decision.Alert alert -> alerts.add(alert);
                case Decision.Ignored ignored -> {}
            }
        }
    }

    private void submit(Decision.Approved approved) {
        String signalId = approved.ticket().signalId();
        Explanation explanation = signalId == null ? null : explanationOf(signalId);
        ExitReason exitReason = approved.exitReason();
        if (approved.ticket().intent() == Intent.ENTRY && explanation != null) {
            ledger.approved(approved, explanation);
        } else if (exitReason != null) {
            ledger.closing(approved.ticket(), exitReason);
        }
        report(broker.submit(approved.ticket()), 0);
    }

    /** A search, for of few symbols something is said to one bar. */
    private @Nullable Explanation explanationOf(String signalId) {
        for (int i = 0; i < spoken.size(); i++) {
            for (SettledBar.Identified identified : spoken.get(i).signals()) {
                if (identified.signalId().equals(signalId)) {
                    return identified.signal().explanation();
                }
            }
        }
        return null;
    }

    /** Profits of the trades, gains of what is open, and its entry costs are the change of equity, to the micro. */
    void checkSum() {
        ledger.checkSum(portfolio.openGainMicros(), portfolio.equityMicros() - initialCash);
    }

    Portfolio portfolio() {
        return portfolio;
    }

    TradeLedger ledger() {
        return ledger;
    }

    List<Decision.Denied> denied() {
        return List.copyOf(denied);
    }

    List<Decision.Alert> alerts() {
        return List.copyOf(alerts);
    }
}
