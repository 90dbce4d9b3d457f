package io.fluxhero.engine.backtest;

import io.fluxhero.engine.indicator.Atr;
import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;

/** Any strategy, which sees the bars up to the current one and no further. */
final class StrategyVoice implements Voice {

    private final Strategy strategy;
    private final CandleSeries series;
    private final BarCursor cursor;
    private final Atr atr;

    StrategyVoice(Strategy strategy, CandleSeries series, int atrPeriod) {
        this.strategy = strategy;
        this.series = series;
        cursor = new BarCursor(series);
        atr = new Atr(atrPeriod);
    }

    @Override
    public List<Signal> onBar(int index) {
        cursor.advance();
        atr.update(series.highs()[index], series.lows()[index], series.closes()[index]);
        return strategy.onBar(cursor.view());
    }

    @Override
    public double atr() {
        return atr.value();
    }

    @Override
    public Verdict verdict() {
        return strategy.verdict();
    }
}
