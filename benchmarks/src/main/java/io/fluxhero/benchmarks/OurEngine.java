package io.fluxhero.benchmarks;

import com.sun.management.ThreadMXBean;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorPeriods;
import io.fluxhero.engine.indicator.IndicatorSuite;
import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.lang.management.ManagementFactory;
import java.util.TreeMap;

/** What we put beside the peers. */
final class OurEngine {

    static final IndicatorPeriods SUITE = IndicatorPeriods.defaults().withRegressionPeriod(20);
    private static final long CASH = 100_000 * Micros.ONE;
    private static final double RISK_FREE = 0.04;

    private final CandleSeries series;
    private final IndicatorColumns columns;

    OurEngine(CandleSeries series) {
        this.series = series;
        columns = new IndicatorColumns(series.size());
    }

    double suite() {
        new IndicatorSuite(SUITE).update(series, 0, series.size(), columns);
        int bar = series.size() / 2;
        return columns.kama()[bar] + columns.adx()[bar] + columns.slope()[bar] + columns.rsi()[bar];
    }

    static BacktestConfig config() {
        return new BacktestConfig(
                Timeframe.M1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                CostModel.defaults(),
                CASH,
                0,
                RISK_FREE);
    }

    static MarketHistory history(CandleSeries series) {
        TreeMap<String, CandleSeries> bySymbol = new TreeMap<>();
        bySymbol.put("SPY", series);
        return MarketHistory.of(bySymbol);
    }

    /** Trade log, equity curve, metrics, and the explanation of each trade in words. */
    double backtest() {
        BacktestResult result = Backtest.run(config(), history(series), BacktestOptions.defaults());
        double sum = result.metrics().sharpe() + result.equity()[series.size() / 2];
        for (ClosedTrade trade : result.trades()) {
            sum += ExplanationText.formatted(
                            trade.symbol(),
                            trade.entryExplanation(),
                            Micros.toDouble(trade.riskMicros()),
                            trade.riskPercent())
                    .length();
        }
        return sum;
    }

    /** The strategy as live trading runs it: one bar after the other, measured as it comes. */
    double stream() {
        return over(new DualMode(StrategyConfig.defaults(), Timeframe.M1));
    }

    /** The same over columns that were measured in bulk. */
    double batch() {
        IndicatorPeriods periods = StrategyConfig.defaults().indicators();
        new IndicatorSuite(periods).update(series, 0, series.size(), columns);
        return over(new DualMode(StrategyConfig.defaults(), Timeframe.M1, columns));
    }

    private double over(DualMode strategy) {
        BarCursor cursor = new BarCursor(series);
        int signals = 0;
        for (int i = 0; i < series.size(); i++) {
            cursor.advance();
            signals += strategy.onBar(cursor.view()).size();
        }
        return signals;
    }

    /** Mean of the bytes that a bar without a signal allocates on the live path, once everything is warm. */
    double bytesPerBar() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        stream();
        DualMode strategy = new DualMode(StrategyConfig.defaults(), Timeframe.M1);
        BarCursor cursor = new BarCursor(series);
        long quietBytes = 0;
        long quietBars = 0;
        for (int i = 0; i < series.size(); i++) {
            cursor.advance();
            long before = threads.getCurrentThreadAllocatedBytes();
            boolean quiet = strategy.onBar(cursor.view()).isEmpty();
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            quietBytes += quiet ? bytes : 0;
            quietBars += quiet ? 1 : 0;
        }
        return (double) quietBytes / quietBars;
    }
}
