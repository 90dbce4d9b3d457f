package io.fluxhero.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.launcher.home.RunStateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Asks market-data-service how far its feed is. */
public final class FeedProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String url;
    private final String serviceSecret;

    public FeedProbe(String url, String serviceSecret) {
        this.url = url;
        this.serviceSecret = serviceSecret;
    }

    /** The service's own words; nothing when it does not answer. */
    public Optional<JsonNode> ask() throws InterruptedException {
        String login =
                Base64.getEncoder().encodeToString(("fluxhero:" + serviceSecret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/internal/feed"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.of(RunStateFile.JSON.readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException silent) {
            return Optional.empty();
        }
    }

    /** One line for people: which feed, its state, and how far each symbol is. */
    public static String sentence(JsonNode feed) {
        StringBuilder text = new StringBuilder();
        text.append(feed.path("feed").asText("?"))
                .append(' ')
                .append(feed.path("state").asText("?").toLowerCase(java.util.Locale.ROOT));
        for (JsonNode symbol : feed.path("symbols")) {
            text.append(", ").append(symbol.path("symbol").asText());
            if (symbol.path("replay_total").asLong() > 0) {
                text.append(' ')
                        .append(symbol.path("replay_index").asLong())
                        .append(" of ")
                        .append(symbol.path("replay_total").asLong());
            }
        }
        return text.toString();
    }
}
