package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One authenticated client of /ws/prices: every symbol, at most four updates a second each. Guarded by the hub. */
final class PriceListener implements Client {
    private final Peer peer;
    private final Duration slowAfter;
    private final Map<String, Instant> lastSent = new LinkedHashMap<>();
    private final Map<String, JsonNode> waiting = new LinkedHashMap<>();

    PriceListener(Peer peer, Duration slowAfter) {
        this.peer = peer;
        this.slowAfter = slowAfter;
    }

    @Override
    public void hear(Channel channel, Change change) {
        if (channel.name().kind() != Kind.PRICES) {
            return;
        }
        waiting.put(channel.name().text(), change.data());
        flush(channel.name().text(), change.at());
    }

    @Override
    public void tick(Instant now) {
        if (peer.behind(now).compareTo(slowAfter) > 0) {
            peer.close(Session.TOO_SLOW, "client too slow");
            return;
        }
        for (String topic : waiting.keySet().toArray(new String[0])) {
            flush(topic, now);
        }
    }

    private void flush(String topic, Instant now) {
        Instant last = lastSent.getOrDefault(topic, Instant.EPOCH);
        if (Duration.between(last, now).compareTo(Kind.PRICES.pace()) < 0) {
            return;
        }
        JsonNode data = waiting.remove(topic);
        if (data != null) {
            peer.send(data.toString());
            lastSent.put(topic, now);
        }
    }
}
