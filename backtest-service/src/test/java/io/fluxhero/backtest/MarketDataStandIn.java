package io.fluxhero.backtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Market-data-service as far as backtests ask it: SYN has 900 bars of which bar 300 is the first live one, FEW has 80
 * from 2010 on, SLOW is SYN once {@link #OPEN} is, BROKEN answers 500, everything else is unknown.
 */
public final class MarketDataStandIn implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "a-secret-of-the-services";
    static final int BARS = 900;
    static final int LIVE_FROM = 300;

    /** What was last asked for bars. */
    static final AtomicReference<String> ASKED = new AtomicReference<>("");

    /** Bars of SLOW come only while this has a permit, which they give back. */
    static final Semaphore OPEN = new Semaphore(0);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/symbols/", exchange -> answer(exchange, MarketDataStandIn::symbol));
        server.createContext("/internal/candles", exchange -> answer(exchange, MarketDataStandIn::candles));
        server.start();
        return Map.of(
                "quarkus.rest-client.market-data.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "FLUXHERO_SERVICE_SECRET",
                SECRET,
                "fluxhero.backtest.time-limit",
                "60s");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private interface Answer {
        String to(HttpExchange exchange);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString(("fluxhero:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = known ? answer.to(exchange) : "401";
        boolean failed = body.length() == 3;
        byte[] bytes = (failed ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(failed ? Integer.parseInt(body) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String symbol(HttpExchange exchange) {
        String symbol = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        return switch (symbol) {
            case "SYN", "SLOW" -> """
                {"symbol":"SYN","name":"Synthetic","timeframe":"1d","bars":%d,"live_from":%d}""".formatted(BARS, days(BARS).get(LIVE_FROM));
            case "FEW" -> """
                {"symbol":"FEW","name":"Few","timeframe":"1d","bars":80,"live_from":null}""";
            case "BROKEN" -> "500";
            default -> "404";
        };
    }

    private static String candles(HttpExchange exchange) {
        ASKED.set(exchange.getRequestURI().getQuery());
        if (ASKED.get().contains("symbol=SLOW")) {
            OPEN.acquireUninterruptibly();
            OPEN.release();
        }
        boolean few = exchange.getRequestURI().getQuery().contains("symbol=FEW");
        List<Long> days = days(few ? 80 : BARS);
        SplittableRandom random = new SplittableRandom(7);
        List<String> rows = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < days.size(); i++) {
            double drift = (i / 120) % 2 == 0 ? 0.003 : -0.001;
            double open = price * (1 + (random.nextDouble() - 0.5) * 0.004);
            price = open * (1 + drift + (random.nextDouble() - 0.5) * 0.02);
            double high = Math.max(open, price) * (1 + random.nextDouble() * 0.004);
            double low = Math.min(open, price) * (1 - random.nextDouble() * 0.004);
            rows.add(String.format(
                    Locale.ROOT,
                    "{\"time\":%d,\"open\":%.2f,\"high\":%.2f,\"low\":%.2f,\"close\":%.2f,\"volume\":1000000}",
                    days.get(i),
                    open,
                    high + 0.01,
                    low - 0.01,
                    price));
        }
        return "{\"symbol\":\"SYN\",\"timeframe\":\"1d\",\"candles\":[" + String.join(",", rows) + "]}";
    }

    /** Weekdays from 2010-01-04 on, midnight in New York, epoch seconds. */
    private static List<Long> days(int count) {
        List<Long> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2010, 1, 4); days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day.atStartOfDay(NEW_YORK).toEpochSecond());
            }
        }
        return days;
    }
}
