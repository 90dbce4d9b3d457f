package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.MeasuredBars;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;

/** The dual mode over bars that are measured in bulk. It is asked only where its rules may speak. */
final class DualModeVoice implements Voice {

    private final DualMode strategy;
    private final BarCursor cursor;
    private int newest = -1;
    private int nextWord;

    /** Measures a little ahead of the loop. */
    DualModeVoice(BacktestConfig config, CandleSeries series) {
        this(config, series, MeasuredBars.ahead(series, config.strategy().indicators()));
    }

    /** Over a series that is measured with the periods of the configuration. */
    DualModeVoice(BacktestConfig config, CandleSeries series, MeasuredBars bars) {
        strategy = new DualMode(config.strategy(), config.timeframe(), bars);
        cursor = new BarCursor(series);
    }

    @Override
    public List<Signal> onBar(int index) {
        newest = index;
        if (index < nextWord) {
            return List.of();
        }
        cursor.moveTo(index);
        List<Signal> signals = strategy.onBar(cursor.view());
        nextWord = strategy.nextWord(index + 1);
        return signals;
    }

    @Override
    public int nextWord(int from) {
        return Math.max(from, nextWord);
    }

    @Override
    public double atr() {
        return strategy.atr(newest);
    }

    @Override
    public Verdict verdict() {
        if (cursor.index() < newest) {
            cursor.moveTo(newest);
            strategy.onBar(cursor.view());
        }
        return strategy.verdict();
    }
}
