package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.IndicatorPeriods;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.MeasuredBars;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bars with everything that the dual mode measures of them, for many runs with the same periods. It is only read once it is
 * made, so several threads may run over it at once. Every run equals {@link Backtest#run(BacktestConfig, MarketHistory,
 * BacktestOptions)}, bit for bit: what stands at a bar follows from that bar and those before it alone.
 */
public final class MeasuredHistory {

    private final MarketHistory history;
    private final IndicatorPeriods periods;
    private final SortedMap<String, MeasuredBars> bars;

    private MeasuredHistory(MarketHistory history, IndicatorPeriods periods, SortedMap<String, MeasuredBars> bars) {
        this.history = history;
        this.periods = periods;
        this.bars = bars;
    }

    /** Measures every symbol whose prices no action changes; the others are measured in each run. */
    public static MeasuredHistory of(MarketHistory history, IndicatorPeriods periods) {
        SortedMap<String, MeasuredBars> bars = new TreeMap<>();
        history.series().forEach((symbol, series) -> {
            if (history.adjustments().of(symbol).isEmpty()) {
                bars.put(symbol, MeasuredBars.of(series, periods));
            }
        });
        return new MeasuredHistory(history, periods, bars);
    }

    /**
     * Runs the dual mode.
     *
     * @throws IllegalArgumentException where the periods of the configuration are not those that were measured
     */
    public BacktestResult run(BacktestConfig config, BacktestOptions options) {
        check(config);
        return Backtest.run(config, options, history, (symbol, series) -> voice(config, symbol, series));
    }

    /** Runs the dual mode, leaves open what is open at the end, and keeps only the figures; fails as {@link #run} does. */
    public RunSummary summarize(BacktestConfig config) {
        check(config);
        return Backtest.summarize(
                config, BacktestOptions.defaults(), history, (symbol, series) -> voice(config, symbol, series));
    }

    private void check(BacktestConfig config) {
        if (!config.strategy().indicators().equals(periods)) {
            throw new IllegalArgumentException("measured with " + periods + ", asked for "
                    + config.strategy().indicators());
        }
    }

    private Voice voice(BacktestConfig config, String symbol, CandleSeries series) {
        MeasuredBars measured = bars.get(symbol);
        return measured == null ? new DualModeVoice(config, series) : new DualModeVoice(config, series, measured);
    }
}
