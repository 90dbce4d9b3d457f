package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorSuite;
import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;

/** The dual mode, measured in bulk a little ahead of the loop: every column at a bar follows from that bar and before. */
final class DualModeVoice implements Voice {

    private static final int CHUNK = 512;

    private final CandleSeries series;
    private final IndicatorSuite suite;
    private final IndicatorColumns columns;
    private final DualMode strategy;
    private final BarCursor cursor;
    private int measured;
    private int newest;

    DualModeVoice(BacktestConfig config, CandleSeries series) {
        this(config, series, new IndicatorColumns(series.size()), 0);
    }

    /** Over columns that are measured already, to the end of the series. */
    DualModeVoice(BacktestConfig config, CandleSeries series, IndicatorColumns columns) {
        this(config, series, columns, series.size());
    }

    private DualModeVoice(BacktestConfig config, CandleSeries series, IndicatorColumns columns, int measured) {
        this.series = series;
        this.columns = columns;
        this.measured = measured;
        suite = new IndicatorSuite(config.strategy().indicators());
        strategy = new DualMode(config.strategy(), config.timeframe(), columns);
        cursor = new BarCursor(series);
    }

    @Override
    public List<Signal> onBar(int index) {
        if (index >= measured) {
            int to = Math.min(series.size(), measured + CHUNK);
            suite.update(series, measured, to, columns);
            measured = to;
        }
        newest = index;
        cursor.advance();
        return strategy.onBar(cursor.view());
    }

    @Override
    public double atr() {
        return columns.atr()[newest];
    }

    @Override
    public Verdict verdict() {
        return strategy.verdict();
    }
}
