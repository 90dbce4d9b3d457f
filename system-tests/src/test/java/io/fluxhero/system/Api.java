package io.fluxhero.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The gateway, as a program with the bearer token sees it. */
final class Api {

    private static final Duration PATIENCE = Patience.of(Duration.ofSeconds(60));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) {
        Reply reply = send(request(path).GET());
        if (reply.status() != 200) {
            throw new AssertionError("GET " + path + " answered " + reply.status() + ": " + reply.body());
        }
        return reply.body();
    }

    Reply post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The closed trades, oldest first. */
    List<RoundTrip> closedTrades() {
        List<RoundTrip> trades = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode answer = get("/api/trades?status=CLOSED&page_size=100&page=" + page);
            pages = answer.path("total_pages").asInt();
            answer.path("trades").forEach(trade -> trades.add(RoundTrip.of(trade, "realized_pnl")));
        }
        trades.sort(RoundTrip.BY_TIME);
        return trades;
    }

    /** The same bars through the same rules in one process. */
    List<RoundTrip> backtestTrades() {
        return backtestTrades("{\"symbol\":\"SPX\",\"start_date\":\"2000-01-03\",\"end_date\":\"2020-04-17\"}");
    }

    /** The bars of these symbols through the same rules in one process, over one cash pool. */
    List<RoundTrip> sameBarsInOneLoop(String... symbols) {
        JsonNode stored = get("/api/symbols").path(0);
        return backtestTrades("""
                {"symbols": ["%s"], "start_date": "%s", "end_date": "%s"}""".formatted(
                        String.join("\", \"", symbols), day(stored.path("first_time")), day(stored.path("last_time"))));
    }

    private static String day(JsonNode time) {
        return time.asText().substring(0, "2000-01-01".length());
    }

    /** The trades of a backtest that a person asks for. */
    List<RoundTrip> backtestTrades(String request) {
        Reply reply = post("/api/backtest", request);
        if (reply.status() != 200) {
            throw new AssertionError("POST /api/backtest answered " + reply.status() + ": " + reply.body());
        }
        List<RoundTrip> trades = new ArrayList<>();
        reply.body().path("trades").forEach(trade -> trades.add(RoundTrip.of(trade, "pnl")));
        trades.sort(RoundTrip.BY_TIME);
        return trades;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    RunningStack.JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Reply(int status, String contentType, JsonNode body) {}
}
