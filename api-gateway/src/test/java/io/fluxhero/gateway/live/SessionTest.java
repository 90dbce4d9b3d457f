package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final RecordingPeer peer = new RecordingPeer();
    private final Session session = new Session(
            peer,
            frame -> Frames.text(json, frame),
            new Session.Patience(Duration.ofSeconds(10), 1_000, Duration.ofSeconds(5)),
            START);
    private final Channel fills = new Channel(TopicName.of(Kind.FILLS), 10, START);
    private final Channel prices = new Channel(TopicName.of(Kind.PRICES, "SPX"), 20, START);
    private final Channel candles = new Channel(TopicName.of(Kind.CANDLES, "SPX", "1d"), 30, START);

    @Test
    void acknowledges_then_gives_the_whole_state() {
        fills.publish(tree("{'id':'f1'}"), START);

        session.follow(7, List.of(fills), Map.of(), START);

        assertThat(types()).containsExactly("ack", "snapshot");
        assertThat(peer.frames.get(0).get("id").asInt()).isEqualTo(7);
        assertThat(peer.frames.get(1).get("seq").asLong()).isEqualTo(11);
        assertThat(peer.frames.get(1).get("data")).isEqualTo(tree("[{'id':'f1'}]"));
    }

    @Test
    void chains_every_delta_to_the_one_before() {
        session.follow(1, List.of(fills), Map.of(), START);

        publish(fills, "{'id':'f1'}", START);
        publish(fills, "{'id':'f2'}", START);

        assertThat(peer.ofType("delta")).extracting(d -> d.get("seq").asLong()).containsExactly(11L, 12L);
        assertThat(peer.ofType("delta"))
                .extracting(d -> d.get("prevSeq").asLong())
                .containsExactly(10L, 11L);
    }

    @Test
    void resumes_with_what_was_missed_and_no_snapshot() {
        fills.publish(tree("{'id':'f1'}"), START);
        fills.publish(tree("{'id':'f2'}"), START);

        session.follow(1, List.of(fills), Map.of("fills", 11L), START);

        assertThat(types()).containsExactly("ack", "delta");
        assertThat(peer.frames.get(1).get("prevSeq").asLong()).isEqualTo(11);
        assertThat(peer.frames.get(1).get("data").get("id").asText()).isEqualTo("f2");
    }

    @Test
    void answers_an_impossible_resume_with_a_snapshot() {
        fills.publish(tree("{'id':'f1'}"), START);

        session.follow(1, List.of(fills), Map.of("fills", 3L), START);

        assertThat(types()).containsExactly("ack", "snapshot");
    }

    @Test
    void sends_at_most_four_prices_a_second_and_always_the_last() {
        session.follow(1, List.of(prices), Map.of(), START);
        for (int ms = 0; ms < 1_000; ms += 10) {
            publish(prices, "{'close':" + ms + "}", START.plusMillis(ms));
            session.tick(START.plusMillis(ms));
        }
        session.tick(START.plusMillis(1_500));

        List<JsonNode> deltas = peer.ofType("delta");
        assertThat(deltas).hasSizeBetween(3, 5);
        assertThat(deltas.getLast().get("data").get("close").asInt()).isEqualTo(990);
        assertThat(deltas.getLast().get("seq").asLong()).isEqualTo(120);
        assertThat(deltas.getLast().get("prevSeq").asLong())
                .isEqualTo(deltas.get(deltas.size() - 2).get("seq").asLong());
    }

    @Test
    void merges_bars_without_losing_one() {
        session.follow(1, List.of(candles), Map.of(), START);
        for (int i = 1; i <= 5; i++) {
            publish(candles, "{'t':[" + i + "],'c':[1]}", START.plusMillis(i));
        }
        session.tick(START.plusMillis(600));

        assertThat(peer.ofType("delta")).hasSize(1);
        assertThat(peer.ofType("delta").getFirst().get("data").get("t")).isEqualTo(tree("[1,2,3,4,5]"));
    }

    @Test
    void never_merges_fills() {
        session.follow(1, List.of(fills), Map.of(), START);
        for (int i = 0; i < 50; i++) {
            publish(fills, "{'id':'f" + i + "'}", START);
        }

        assertThat(peer.ofType("delta")).hasSize(50);
    }

    @Test
    void says_nothing_of_topics_that_were_left() {
        session.follow(1, List.of(fills), Map.of(), START);
        session.leave(2, List.of("fills"));

        publish(fills, "{'id':'f1'}", START);

        assertThat(types()).containsExactly("ack", "snapshot", "ack");
    }

    @Test
    void beats_every_ten_seconds() {
        session.tick(START.plusSeconds(9));
        assertThat(peer.ofType("heartbeat")).isEmpty();

        session.tick(START.plusSeconds(10));
        session.tick(START.plusSeconds(11));
        assertThat(peer.ofType("heartbeat")).hasSize(1);
    }

    @Test
    void gives_a_slow_client_a_snapshot_once_it_has_caught_up() {
        session.follow(1, List.of(candles), Map.of(), START);
        publish(candles, "{'t':[1],'c':[1]}", START.plusMillis(1));
        peer.unsent = 2_000;
        session.tick(START.plusSeconds(1));
        publish(candles, "{'t':[2],'c':[1]}", START.plusSeconds(2));
        assertThat(peer.ofType("delta")).isEmpty();

        peer.unsent = 0;
        session.tick(START.plusSeconds(3));

        assertThat(peer.ofType("snapshot")).hasSize(2);
        assertThat(peer.ofType("snapshot").getLast().get("data").get("t")).isEqualTo(tree("[1,2]"));
    }

    @Test
    void closes_a_client_that_stays_slow() {
        peer.behind = Duration.ofSeconds(6);
        session.tick(START.plusSeconds(6));
        assertThat(peer.closedWith).isZero();

        session.tick(START.plusSeconds(12));

        assertThat(peer.closedWith).isEqualTo(4408);
    }

    private void publish(Channel channel, String data, Instant at) {
        session.hear(channel, channel.publish(tree(data), at));
    }

    private List<String> types() {
        return peer.frames.stream().map(frame -> frame.get("type").asText()).toList();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
