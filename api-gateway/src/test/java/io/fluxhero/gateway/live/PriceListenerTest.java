package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceListenerTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private final RecordingPeer peer = new RecordingPeer();
    private final PriceListener listener = new PriceListener(peer, Duration.ofSeconds(5));
    private final Channel spx = new Channel(TopicName.of(Kind.PRICES, "SPX"), 0, START);
    private final Channel spy = new Channel(TopicName.of(Kind.PRICES, "SPY"), 0, START);

    @Test
    void hears_each_symbol_at_most_four_times_a_second() {
        for (int ms = 0; ms < 1_000; ms += 10) {
            hear(spx, ms);
            hear(spy, ms);
        }
        listener.tick(START.plusMillis(1_200));

        assertThat(peer.frames).hasSize(10);
        assertThat(peer.frames.getLast().get("close").asInt()).isEqualTo(990);
    }

    @Test
    void ignores_other_topics() {
        Channel account = new Channel(TopicName.of(Kind.ACCOUNT), 0, START);

        hear(account, 0);

        assertThat(peer.frames).isEmpty();
    }

    private void hear(Channel channel, int ms) {
        Instant at = START.plusMillis(ms);
        listener.hear(
                channel, channel.publish(JsonNodeFactory.instance.objectNode().put("close", ms), at));
    }
}
