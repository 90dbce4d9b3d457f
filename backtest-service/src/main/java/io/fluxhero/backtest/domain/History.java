package io.fluxhero.backtest.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/** Where stored bars come from. */
public interface History {

    /**
     * A symbol that is stored.
     *
     * @param liveFrom open time of the first bar that was traded live, epoch milliseconds
     */
    record Instrument(String symbol, OptionalLong liveFrom) {}

    /** A symbol with its bars in rising time. */
    record Stored(Instrument instrument, List<Candle> candles) {}

    /** The symbol, empty where nobody knows it. */
    Optional<Instrument> find(String symbol);

    /**
     * Its stored bars from the first to those of a day, perhaps one more, in rising time.
     *
     * @param fetched told of each lot of bars; what it throws ends the fetch
     */
    List<Candle> candles(String symbol, Timeframe timeframe, LocalDate lastDay, IntConsumer fetched);
}
