package io.fluxhero.marketdata.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed at one moment.
 *
 * @param feed its name
 * @param state what it does
 * @param detail why it failed, absent otherwise
 * @param speed bars per second or {@code max}
 * @param symbols where each instrument stands
 * @param lastTickAt when the last bar was published, by the wall clock
 */
public record FeedStatus(
        String feed,
        FeedState state,
        @Nullable String detail,
        String speed,
        List<Tick> symbols,
        @Nullable Instant lastTickAt) {

    /**
     * Where an instrument stands.
     *
     * @param symbol the instrument
     * @param lastBarTime open time of its newest bar
     * @param lastReceivedAt when that bar came in, absent where it came before this start of the service
     * @param replayIndex step of that bar
     * @param replayTotal steps of the feed, absent where it has no end
     */
    public record Tick(
            String symbol,
            @Nullable Instant lastBarTime,
            @Nullable Instant lastReceivedAt,
            int replayIndex,
            @Nullable Integer replayTotal) {}
}
