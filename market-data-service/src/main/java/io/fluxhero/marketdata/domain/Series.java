package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one instrument.
 *
 * @param symbol the instrument
 * @param timeframe length of the bars
 * @param name what people call it
 * @param source identity of the feed that gave the bars
 * @param nextIndex next step to read from the feed
 * @param total steps of the feed, absent where it has no end
 * @param bars stored bars
 * @param firstTime open time of the oldest bar
 * @param lastTime open time of the newest bar
 * @param liveFrom open time of the first bar that is published, absent where the feed has none
 * @param dataHash chained SHA-256 over the stored bars
 */
public record Series(
        String symbol,
        Timeframe timeframe,
        String name,
        String source,
        int nextIndex,
        @Nullable Integer total,
        int bars,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        @Nullable Instant liveFrom,
        String dataHash) {

    /** A series before its first bar. */
    public static Series beginning(
            String symbol,
            Timeframe timeframe,
            String name,
            String source,
            @Nullable Integer total,
            @Nullable Instant liveFrom) {
        return new Series(symbol, timeframe, name, source, 0, total, 0, null, null, liveFrom, DataHash.OF_NOTHING);
    }
}
