package io.fluxhero.marketdata;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A feed of exactly these bars, all live. */
record FixedFeed(String symbol, List<Candle> candles, String source) implements CandleFeed {

    FixedFeed(String symbol, Candle... candles) {
        this(symbol, List.of(candles), "fixed");
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public String identityOf(String unused) {
        return source;
    }

    @Override
    public String titleOf(String unused) {
        return symbol;
    }

    @Override
    public List<String> symbols() {
        return List.of(symbol);
    }

    @Override
    public Timeframe timeframe() {
        return Timeframe.M1;
    }

    @Override
    public int historyBars() {
        return 0;
    }

    @Override
    public OptionalInt total() {
        return OptionalInt.of(candles.size());
    }

    @Override
    public List<FeedBar> read(int fromIndex, int steps) {
        return IntStream.range(fromIndex, Math.min(fromIndex + steps, candles.size()))
                .mapToObj(index -> new FeedBar(symbol, timeframe(), index, candles.get(index)))
                .toList();
    }
}
