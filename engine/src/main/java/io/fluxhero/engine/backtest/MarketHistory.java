package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bars of a backtest by symbol, and what happened to the shares meanwhile.
 *
 * @param series complete bars; bars of adjusted prices need no adjustments
 * @param adjustments splits and dividends of unadjusted bars, effective before the open of the first bar of their day
 */
public record MarketHistory(SortedMap<String, CandleSeries> series, Adjustments adjustments) {

    /** Bars that need no adjustment. */
    public static MarketHistory of(SortedMap<String, CandleSeries> series) {
        return new MarketHistory(series, Adjustments.none());
    }

    /** Bars in lists, which are copied into columns. */
    public static MarketHistory ofCandles(SortedMap<String, List<Candle>> candles) {
        TreeMap<String, CandleSeries> series = new TreeMap<>();
        candles.forEach((symbol, bars) -> series.put(symbol, CandleSeries.of(bars)));
        return of(series);
    }
}
