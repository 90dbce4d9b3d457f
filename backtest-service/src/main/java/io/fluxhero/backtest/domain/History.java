package io.fluxhero.backtest.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where stored bars come from. */
public interface History {

    /**
     * A symbol that is stored.
     *
     * @param liveFrom open time of the first bar that was traded live, epoch milliseconds
     */
    record Instrument(String symbol, OptionalLong liveFrom) {}

    /** A symbol with all its bars in rising time. */
    record Stored(Instrument instrument, List<Candle> candles) {}

    /** The symbol, empty where nobody knows it. */
    Optional<Instrument> find(String symbol);

    /** All its stored bars in rising time. */
    List<Candle> candles(String symbol, Timeframe timeframe);
}
