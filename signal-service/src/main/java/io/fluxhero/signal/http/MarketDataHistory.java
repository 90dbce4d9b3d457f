package io.fluxhero.signal.http;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.signal.domain.History;
import io.fluxhero.signal.domain.StrategyKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** The history that market-data-service keeps, read page by page from the newest bar back. */
@ApplicationScoped
class MarketDataHistory implements History {

    private static final Logger LOG = Logger.getLogger(MarketDataHistory.class);
    private static final int PAGE = 10_000;
    private static final int MILLIS = 1000;

    private final MarketDataApi api;

    MarketDataHistory(@RestClient MarketDataApi api) {
        this.api = api;
    }

    @Override
    public List<Candle> before(StrategyKey key, long openTime) {
        Deque<Candle> history = new ArrayDeque<>();
        long end = openTime;
        while (true) {
            List<Candle> older = pageBefore(key, end);
            if (older.isEmpty()) {
                LOG.infof(
                        "history.read symbol=%s timeframe=%s bars=%d",
                        key.symbol(), key.timeframe().code(), history.size());
                return new ArrayList<>(history);
            }
            older.reversed().forEach(history::addFirst);
            end = older.getFirst().openTime();
        }
    }

    private List<Candle> pageBefore(StrategyKey key, long end) {
        // The client's threads take the transaction along: a call that fails leaves a connection that cannot be rolled
        // back, and what was only begun is committed by whoever has it next.
        List<MarketDataApi.Row> page =
                QuarkusTransaction.suspendingExisting().call(() -> page(key, Instant.ofEpochMilli(end)));
        // Whether the other side counts the end in is of no matter: what is not older is left out here.
        return page.stream()
                .map(MarketDataHistory::candle)
                .filter(candle -> candle.openTime() < end)
                .toList();
    }

    private List<MarketDataApi.Row> page(StrategyKey key, Instant end) {
        try {
            return api.candles(key.symbol(), key.timeframe().code(), end, PAGE).candles();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == Response.Status.NOT_FOUND.getStatusCode()) {
                return List.of();
            }
            throw unreachable(key, "it answered " + status, e);
        } catch (ProcessingException e) {
            throw unreachable(key, "it does not answer", e);
        }
    }

    /** To be asked again: without its history an instance would decide by indicators that it does not have. */
    private static UncheckedIOException unreachable(StrategyKey key, String what, RuntimeException cause) {
        return new UncheckedIOException(new IOException("no history of " + key + " from market-data: " + what, cause));
    }

    private static Candle candle(MarketDataApi.Row row) {
        return new Candle(row.time() * MILLIS, row.open(), row.high(), row.low(), row.close(), row.volume());
    }
}
