package io.fluxhero.backtest.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.backtest.domain.History;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** History as market-data-service has stored it, page by page from the newest bar back. */
@ApplicationScoped
class MarketDataHistory implements History {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final int PAGE = 5_000;
    private static final int NOT_FOUND = 404;

    /** What is no symbol there is unknown here. */
    private static final int BAD_REQUEST = 400;

    private final MarketDataClient client;

    MarketDataHistory(@RestClient MarketDataClient client) {
        this.client = client;
    }

    @Override
    public Optional<Instrument> find(String symbol) {
        try {
            return Optional.of(ask(() -> instrument(symbol, client.symbol(symbol))));
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == NOT_FOUND || status == BAD_REQUEST) {
                return Optional.empty();
            }
            throw Refusal.unavailable("market-data-service refused to answer", refused);
        }
    }

    private static Instrument instrument(String symbol, JsonNode answer) {
        JsonNode liveFrom = answer.path("live_from");
        boolean unknown = liveFrom.isMissingNode() || liveFrom.isNull();
        return new Instrument(symbol, unknown ? OptionalLong.empty() : OptionalLong.of(millis(liveFrom)));
    }

    @Override
    public List<Candle> candles(String symbol, Timeframe timeframe, LocalDate lastDay, IntConsumer fetched) {
        try {
            return ask(() -> allPages(symbol, timeframe.code(), lastDay, fetched));
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                throw Refusal.of(
                        Refusal.Kind.UNKNOWN_SYMBOL,
                        "timeframe",
                        "no bars of " + timeframe.code() + " are stored for " + symbol);
            }
            throw Refusal.unavailable("market-data-service refused to answer", refused);
        }
    }

    private List<Candle> allPages(String symbol, String timeframe, LocalDate lastDay, IntConsumer fetched) {
        List<Candle> newestFirst = new ArrayList<>();
        String to = lastDay.plusDays(1).atStartOfDay(EXCHANGE).toInstant().toString();
        while (true) {
            List<Candle> page = page(client.candles(symbol, timeframe, to, PAGE));
            List<Candle> older = newestFirst.isEmpty()
                    ? page
                    : page.stream()
                            .filter(candle ->
                                    candle.openTime() < newestFirst.getLast().openTime())
                            .toList();
            newestFirst.addAll(older.reversed());
            fetched.accept(older.size());
            if (older.isEmpty() || page.size() < PAGE) {
                return newestFirst.reversed();
            }
            to = Instant.ofEpochMilli(older.getFirst().openTime()).toString();
        }
    }

    private static List<Candle> page(JsonNode answer) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : answer.path("candles")) {
            candles.add(new Candle(
                    millis(row.path("time")),
                    row.path("open").asDouble(),
                    row.path("high").asDouble(),
                    row.path("low").asDouble(),
                    row.path("close").asDouble(),
                    row.path("volume").asLong()));
        }
        return candles;
    }

    /** Times are epoch seconds, or ISO instants in texts. */
    private static long millis(JsonNode time) {
        return time.isNumber()
                ? time.asLong() * 1_000
                : Instant.parse(time.asText()).toEpochMilli();
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException | DateTimeException failed) {
            throw Refusal.unavailable("market-data-service cannot be reached or is not understood", failed);
        }
    }
}
