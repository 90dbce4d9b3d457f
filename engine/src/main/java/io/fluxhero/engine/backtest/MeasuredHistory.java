package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorPeriods;
import io.fluxhero.engine.market.CandleSeries;
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
    private final SortedMap<String, IndicatorColumns> columns;

    private MeasuredHistory(
            MarketHistory history, IndicatorPeriods periods, SortedMap<String, IndicatorColumns> columns) {
        this.history = history;
        this.periods = periods;
        this.columns = columns;
    }

    /** Measures every symbol whose prices no action changes; the others are measured in each run. */
    public static MeasuredHistory of(MarketHistory history, IndicatorPeriods periods) {
        SortedMap<String, IndicatorColumns> columns = new TreeMap<>();
        history.series().forEach((symbol, series) -> {
            if (history.adjustments().of(symbol).isEmpty()) {
                columns.put(symbol, IndicatorColumns.of(series, periods));
            }
        });
        return new MeasuredHistory(history, periods, columns);
    }

    /**
     * Runs the dual mode.
     *
     * @throws IllegalArgumentException where the periods of the configuration are not those that were measured
     */
    public BacktestResult run(BacktestConfig config, BacktestOptions options) {
        if (!config.strategy().indicators().equals(periods)) {
            throw new IllegalArgumentException("measured with " + periods + ", asked for "
                    + config.strategy().indicators());
        }
        return Backtest.run(config, options, history, (symbol, series) -> voice(config, symbol, series));
    }

    private Voice voice(BacktestConfig config, String symbol, CandleSeries series) {
        IndicatorColumns measured = columns.get(symbol);
        return measured == null ? new DualModeVoice(config, series) : new DualModeVoice(config, series, measured);
    }
}
