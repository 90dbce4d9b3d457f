package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.performance.Metrics;
import java.util.List;
import java.util.Map;

/**
 * One finished backtest with what it was made of.
 *
 * @param settings by name
 * @param buyAndHold equity of the alternative at the same bars
 */
@SuppressWarnings("ArrayRecordComponent")
public record BacktestRun(
        LoadedBars bars,
        BacktestConfig config,
        String strategy,
        Map<String, Object> settings,
        BacktestResult result,
        double[] buyAndHold) {

    /** Puts the benchmark beside a result: the same money in the symbol from the first close that could be
     * traded, dividends put into more of it. */
    static BacktestRun of(RunPlan plan, BacktestResult result) {
        LoadedBars bars = plan.bars();
        BacktestConfig config = plan.config();
        double[] hold = new double[result.times().length];
        double scale = Double.NaN;
        int point = 0;
        CandleSeries series = bars.series();
        int next = 0;
        List<CorporateAction> actions = bars.adjustments().of(bars.symbol());
        for (int i = 0; i < series.size() && point < hold.length; i++) {
            double close = series.closes()[i];
            while (next < actions.size() && actions.get(next).exDay() <= Backtest.sessionDay(series.openTime(i))) {
                scale *= i == 0 ? 1 : growth(actions.get(next), series.closes()[i - 1]);
                next++;
            }
            if (series.openTime(i) >= config.tradeFrom()) {
                scale = Double.isNaN(scale) ? result.metrics().initialEquity() / close : scale;
                hold[point++] = close * scale;
            }
        }
        return new BacktestRun(bars, config, plan.strategy(), plan.settings(), result, hold);
    }

    /** Shares that one becomes by an action, the dividend put into shares at once. */
    private static double growth(CorporateAction action, double closeBefore) {
        double price = closeBefore / action.splitRatio();
        return action.splitRatio() * price / (price - action.dividend());
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
