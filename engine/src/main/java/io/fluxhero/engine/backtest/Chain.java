package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.strategy.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Account and broker joined as the services join them, with the ledger listening. */
final class Chain {

    private final Portfolio portfolio;
    private final SimulatedBroker broker;
    private final TradeLedger ledger = new TradeLedger();
    private final List<Decision.Denied> denied = new ArrayList<>();
    private final List<Decision.Alert> alerts = new ArrayList<>();
    private final Map<String, Explanation> explanations = new HashMap<>();

    Chain(BacktestConfig config) {
        portfolio = Portfolio.starting(config.risk(), (cause, leg) -> cause + "/" + leg, config.initialCashMicros());
        broker = new SimulatedBroker(config.costs());
    }

    /** The broker sees the bar; {@code index} counts the bars of the symbol. */
    void settle(String symbol, Candle candle, int index) {
        report(broker.onCandle(symbol, candle), index);
        ledger.saw(symbol, candle.low(), candle.high());
    }

    /** The account decides the bars of one time. */
    void decide(long time, long sessionDay, List<SettledBar> bars) {
        explanations.clear();
        for (SettledBar bar : bars) {
            bar.signals()
                    .forEach(identified -> explanations.put(
                            identified.signalId(), identified.signal().explanation()));
        }
        carryOut(portfolio.onBars(time, sessionDay, bars));
    }

    private void report(List<BrokerEvent> events, int index) {
        for (BrokerEvent event : events) {
            switch (event) {
                case BrokerEvent.Filled filled -> {
                    ledger.filled(filled.execution(), index);
                    carryOut(portfolio.onExecution(filled.execution()));
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
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Approved approved -> submit(approved);
                case Decision.Cancel cancel -> report(broker.cancel(cancel.orderId(), cancel.reason()), 0);
                case Decision.StopMoved moved -> {
                    broker.moveStop(moved.entryOrderId(), moved.stopMicros());
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
        Explanation explanation = signalId == null ? null : explanations.get(signalId);
        if (approved.ticket().intent() == Intent.ENTRY && explanation != null) {
            ledger.approved(approved, explanation);
        } else if (approved.exitReason() != null) {
            ledger.closing(approved.ticket(), approved.exitReason());
        }
        report(broker.submit(approved.ticket()), 0);
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
