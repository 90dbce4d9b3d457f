package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored bars. */
public interface Candles {

    /** Adds bars that are not there yet. */
    void append(List<FeedBar> bars);

    /** The newest bar. */
    Optional<Candle> newest(String symbol, Timeframe timeframe);

    /** The newest {@code limit} bars that opened from {@code from} to {@code to}, both included, oldest first. */
    List<Candle> between(String symbol, Timeframe timeframe, Instant from, Instant to, int limit);
}
