package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.Atr;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A backtest as simple as it can be written: objects for every bar, every part asked on every bar, account and broker
 * restored from what they remember before each. What the fast loop does is held against it.
 */
final class PlainLoop {

    private final BacktestConfig config;
    private final SortedMap<String, List<Candle>> candles;
    private final Map<String, StrategyFeed> feeds = new HashMap<>();
    private final Map<String, Atr> ranges = new HashMap<>();
    private final Map<String, Integer> bars = new HashMap<>();
    private final Map<String, Explanation> explanations = new HashMap<>();
    private final TradeLedger ledger = new TradeLedger();
    private Portfolio portfolio;
    private SimulatedBroker broker;
    final List<Double> equity = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();

    PlainLoop(BacktestConfig config, SortedMap<String, List<Candle>> candles, Function<String, Strategy> strategyOf) {
        this.config = config;
        this.candles = candles;
        portfolio = Portfolio.starting(config.risk(), PlainLoop::id, config.initialCashMicros());
        broker = new SimulatedBroker(config.costs(), List.of(), isDaily());
        candles.keySet().forEach(symbol -> {
            feeds.put(symbol, new StrategyFeed(strategyOf.apply(symbol)));
            ranges.put(symbol, new Atr(config.strategy().indicators().atrPeriod()));
            bars.put(symbol, -1);
        });
    }

    private static String id(String cause, String leg) {
        return cause + "/" + leg;
    }

    private boolean isDaily() {
        return config.timeframe() == Timeframe.D1;
    }

    PlainLoop run() {
        TreeSet<Long> times = new TreeSet<>();
        candles.values().forEach(list -> list.forEach(candle -> times.add(candle.openTime())));
        Map<Long, TreeMap<String, Candle>> byTime = new HashMap<>();
        candles.forEach((symbol, list) ->
                list.forEach(candle -> byTime.computeIfAbsent(candle.openTime(), time -> new TreeMap<>())
                        .put(symbol, candle)));
        times.forEach(time -> step(time, byTime.get(time)));
        return this;
    }

    private void step(long time, SortedMap<String, Candle> now) {
        portfolio = Portfolio.restored(config.risk(), PlainLoop::id, portfolio.state());
        broker = new SimulatedBroker(config.costs(), broker.working(), isDaily());
        long day = Backtest.sessionDay(time);
        List<SettledBar> settled = new ArrayList<>();
        now.forEach((symbol, candle) -> settled.add(pass(symbol, candle, day)));
        if (time >= config.tradeFrom()) {
            carryOut(portfolio.onBars(time, day, settled));
            equity.add(Micros.toDouble(portfolio.equityMicros()));
        }
    }

    private SettledBar pass(String symbol, Candle candle, long day) {
        bars.merge(symbol, 1, Integer::sum);
        report(broker.onCandle(symbol, candle, day));
        ledger.saw(symbol, candle.low(), candle.high());
        ranges.get(symbol).update(candle.high(), candle.low(), candle.close());
        List<SettledBar.Identified> signals = new ArrayList<>();
        for (Signal signal : feeds.get(symbol).onCandle(candle)) {
            String kind = signal instanceof Signal.Entry ? "entry" : "exit";
            String id = symbol + "/" + candle.openTime() + "/" + kind + "/" + signal.side() + "/" + signal.mode();
            explanations.put(id, signal.explanation());
            signals.add(new SettledBar.Identified(id, signal));
        }
        double atr = Micros.round(ranges.get(symbol).value());
        return new SettledBar(symbol, Micros.round(candle.close()), atr, signals);
    }

    private void report(List<BrokerEvent> events) {
        for (BrokerEvent event : events) {
            switch (event) {
                case BrokerEvent.Filled filled -> {
                    ledger.filled(
                            filled.execution(), bars.get(filled.execution().symbol()));
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

    private void carryOut(List<Decision> decided) {
        for (Decision decision : decided) {
            decisions.add(decision);
            switch (decision) {
                case Decision.Approved approved -> {
                    ExitReason reason = approved.exitReason();
                    if (approved.ticket().intent() == Intent.ENTRY) {
                        ledger.approved(
                                approved, explanations.get(approved.ticket().signalId()));
                    } else if (reason != null) {
                        ledger.closing(approved.ticket(), reason);
                    }
                    report(broker.submit(approved.ticket()));
                }
                case Decision.Cancel cancel -> report(broker.cancel(cancel.orderId(), cancel.reason()));
                case Decision.StopMoved moved -> {
                    broker.moveStop(moved.symbol(), moved.entryOrderId(), moved.stopMicros());
                    ledger.stopMoved(moved);
                }
                default -> {}
            }
        }
    }

    List<ClosedTrade> trades() {
        return ledger.trades();
    }

    <T extends Decision> List<T> only(Class<T> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
