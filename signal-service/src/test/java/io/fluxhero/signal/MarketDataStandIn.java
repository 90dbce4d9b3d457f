package io.fluxhero.signal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fluxhero.engine.market.Candle;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Answers like market-data-service, in pages of at most 300 bars: {@code NEW} has no history, {@code LATE} is refused
 * twice before it is answered. Switches the topics to memory as well.
 */
public final class MarketDataStandIn implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "between-services";

    private static final int MOST = 300;

    private final AtomicInteger late = new AtomicInteger();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/candles", this::answer);
        server.start();
        Map<String, String> settings = new HashMap<>(InMemoryConnector.switchIncomingChannelsToInMemory("candles-in"));
        settings.put(
                "quarkus.rest-client.market-data.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
        settings.put("quarkus.security.users.embedded.users.fluxhero", SECRET);
        settings.put("fluxhero.outbox.relay.enabled", "false");
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String credentials =
                Base64.getEncoder().encodeToString(("fluxhero:" + SECRET).getBytes(StandardCharsets.UTF_8));
        String symbol = query.get("symbol");
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (symbol.equals("NEW")) {
            send(exchange, 404, "{}");
        } else if (symbol.equals("LATE") && late.incrementAndGet() <= 2) {
            send(exchange, 503, "{}");
        } else {
            send(exchange, 200, candles(symbol, query));
        }
    }

    private static String candles(String symbol, Map<String, String> query) {
        long to = Instant.parse(query.get("to")).toEpochMilli();
        List<Candle> known =
                Walk.BARS.stream().filter(bar -> bar.openTime() <= to).toList();
        int limit = Math.min(MOST, Integer.parseInt(query.get("limit")));
        return known.subList(Math.max(0, known.size() - limit), known.size()).stream()
                .map(MarketDataStandIn::json)
                .collect(Collectors.joining(
                        ",", "{\"symbol\":\"" + symbol + "\",\"timeframe\":\"1d\",\"candles\":[", "]}"));
    }

    private static String json(Candle bar) {
        return String.format(
                Locale.ROOT,
                "{\"time\":%d,\"open\":%.2f,\"high\":%.2f,\"low\":%.2f,\"close\":%.2f,\"volume\":%d}",
                bar.openTime() / 1000,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
