package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.performance.Metrics;

/** One finished backtest with what it was made of. */
@SuppressWarnings("ArrayRecordComponent")
public record BacktestRun(
        LoadedBars bars, BacktestConfig config, String strategy, BacktestResult result, double[] buyAndHold) {

    /** Puts the benchmark beside a result: the same money in the symbol from the first close that could be traded. */
    static BacktestRun of(LoadedBars bars, BacktestConfig config, String strategy, BacktestResult result) {
        double[] hold = new double[result.times().length];
        double scale = Double.NaN;
        int point = 0;
        for (Candle candle : bars.candles()) {
            if (candle.openTime() >= config.tradeFrom() && point < hold.length) {
                scale = Double.isNaN(scale) ? result.metrics().initialEquity() / candle.close() : scale;
                hold[point++] = candle.close() * scale;
            }
        }
        return new BacktestRun(bars, config, strategy, result, hold);
    }

    public Metrics metrics() {
        return result.metrics();
    }

    /** Return of the benchmark in percent. */
    public double buyAndHoldPct() {
        return buyAndHold.length == 0
                ? Double.NaN
                : (buyAndHold[buyAndHold.length - 1] / metrics().initialEquity() - 1) * 100;
    }
}
