package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import java.util.List;

/** Gives a strategy its bars one at a time, as they close: any {@link Strategy} in live use. */
public final class StrategyFeed {

    private final Strategy strategy;
    private final CandleSeries series = new CandleSeries();
    private final BarCursor cursor = new BarCursor(series);

    public StrategyFeed(Strategy strategy) {
        this.strategy = strategy;
    }

    /**
     * Takes the next complete bar and gives what the strategy says to it.
     *
     * @throws IllegalArgumentException where the bar is not later than the one before
     */
    public List<Signal> onCandle(Candle candle) {
        series.add(candle);
        cursor.advance();
        return strategy.onBar(cursor.view());
    }

    /** What the strategy answered to the newest bar. */
    public Verdict verdict() {
        return strategy.verdict();
    }
}
