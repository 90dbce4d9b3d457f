package io.fluxhero.gateway.state;

import io.fluxhero.gateway.api.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The heartbeat of market data: under 30 s ACTIVE, under 60 s DELAYED, from 60 s OFFLINE; a feed that says it has
 * finished or that the market is closed is neither.
 *
 * @param status the word
 * @param message the same for people
 * @param age since the last bar came; null where none ever came
 */
record Pulse(String status, String message, @Nullable Duration age) {
    private static final Duration DELAYED_FROM = Duration.ofSeconds(30);
    private static final Duration OFFLINE_FROM = Duration.ofSeconds(60);

    static Pulse of(@Nullable Instant lastData, @Nullable FeedStatus feed, Instant now) {
        Duration age = lastData == null ? null : Duration.between(lastData, now);
        String state = feed == null ? "" : feed.state();
        if (state.equals("FINISHED")) {
            return new Pulse("FINISHED", "The replay has ended; every bar was delivered.", age);
        }
        if (state.equals("MARKET_CLOSED")) {
            return new Pulse("MARKET_CLOSED", "The market is closed.", age);
        }
        if (age == null) {
            return new Pulse(Freshness.OFFLINE.name(), "No market data has come yet.", null);
        }
        Freshness word = Freshness.of(age, DELAYED_FROM, OFFLINE_FROM);
        return new Pulse(
                word.name(),
                word == Freshness.ACTIVE
                        ? "Market data is flowing."
                        : "The last market data is " + age.toSeconds() + " s old.",
                age);
    }
}
