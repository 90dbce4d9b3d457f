package io.fluxhero.risk.domain.feed;

import java.net.URI;
import java.time.Duration;

/**
 * Where market-data-service is.
 *
 * @param secret password between services
 * @param patience most that one request may take
 * @param staleAfter silence of the feed in a session after which open positions are closed
 */
public record FeedDoor(URI url, String secret, Duration patience, Duration staleAfter) {

    @Override
    public String toString() {
        return "FeedDoor[" + url + "]";
    }
}
