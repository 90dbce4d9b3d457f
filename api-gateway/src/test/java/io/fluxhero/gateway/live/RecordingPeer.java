package io.fluxhero.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A peer that writes down what it gets, and can pretend to be slow. */
final class RecordingPeer implements Peer {
    final List<JsonNode> frames = new ArrayList<>();
    int closedWith;
    long unsent;
    Duration behind = Duration.ZERO;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void send(String text) {
        try {
            frames.add(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close(int code, String reason) {
        closedWith = code;
    }

    @Override
    public long unsentBytes() {
        return unsent;
    }

    @Override
    public Duration behind(Instant now) {
        return behind;
    }

    List<JsonNode> ofType(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }
}
