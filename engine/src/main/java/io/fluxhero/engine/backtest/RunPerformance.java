package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.BenchmarkComparison;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.RunFigures;
import io.fluxhero.engine.performance.TradeResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what a backtest gave before those who measure. */
public final class RunPerformance {

    private RunPerformance() {}

    /**
     * Everything measured of a run.
     *
     * @param benchmark bars of what could have been bought and held instead; where one is missing at a time of the run the
     *     close before stands for it. Empty for none
     */
    public static PerformanceReport of(BacktestResult result, BacktestConfig config, List<Candle> benchmark) {
        return PerformanceReport.of(new RunFigures(
                result.metrics(),
                result.times(),
                result.equity(),
                buyAndHold(result, benchmark),
                config.riskFreeRate(),
                config.timeframe().periodsPerYear(),
                trades(result.trades())));
    }

    /** Equity of buying at the first close of the run and holding, at each of its bars; empty without bars to buy. */
    public static double[] buyAndHold(BacktestResult result, List<Candle> benchmark) {
        if (benchmark.isEmpty() || result.times().length == 0) {
            return new double[0];
        }
        Map<Long, Double> closes = new HashMap<>();
        benchmark.forEach(candle -> closes.put(candle.openTime(), candle.close()));
        double[] held = new double[result.times().length];
        double last = lastBefore(benchmark, result.times()[0]);
        for (int i = 0; i < held.length; i++) {
            last = closes.getOrDefault(result.times()[i], last);
            held[i] = last;
        }
        return BenchmarkComparison.buyAndHold(result.metrics().initialEquity(), held);
    }

    private static double lastBefore(List<Candle> benchmark, long time) {
        double last = benchmark.getFirst().close();
        for (Candle candle : benchmark) {
            last = candle.openTime() < time ? candle.close() : last;
        }
        return last;
    }

    /** The trades in the form in which they are measured. */
    public static List<TradeResult> trades(List<ClosedTrade> trades) {
        return trades.stream().map(RunPerformance::measured).toList();
    }

    private static TradeResult measured(ClosedTrade trade) {
        long traded = trade.shares() * (trade.entryPriceMicros() + trade.exitPriceMicros());
        return new TradeResult(
                trade.mode().name(),
                trade.entryRegime().name(),
                trade.exitReason().name(),
                Micros.toDouble(trade.pnlMicros()),
                trade.rMultiple(),
                Micros.toDouble(trade.maeMicros()),
                Micros.toDouble(trade.mfeMicros()),
                trade.holdingBars(),
                Micros.toDouble(traded));
    }
}
