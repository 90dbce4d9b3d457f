package io.fluxhero.risk.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.fluxhero.risk.domain.feed.MarketFeed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks market-data-service. */
@Singleton
class HttpMarketFeed implements MarketFeed {

    private static final Logger LOG = Logger.getLogger(HttpMarketFeed.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpRequest request;
    private final HttpClient client;

    HttpMarketFeed(FeedDoor door) {
        String basic = "fluxhero:" + door.secret();
        request = HttpRequest.newBuilder(URI.create(door.url() + "/internal/feed"))
                .timeout(door.patience())
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .build();
        client = HttpClient.newBuilder().connectTimeout(door.patience()).build();
    }

    @Override
    public Optional<Instant> lastTickAt() {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            JsonNode at = JSON.readTree(answer.body()).path("last_tick_at");
            return answer.statusCode() == OK && at.isTextual()
                    ? Optional.of(Instant.parse(at.asText()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            LOG.warnf("feed.silent reason=\"%s\"", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
