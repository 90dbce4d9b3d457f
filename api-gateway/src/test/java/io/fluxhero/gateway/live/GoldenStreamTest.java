package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fluxhero.gateway.api.frame.HelloFrame;
import io.fluxhero.gateway.http.WireForm;
import io.fluxhero.gateway.state.Feed;
import io.fluxhero.gateway.state.VitalsFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One recorded session of the stream, frame by frame, which the dashboard replays in its tests. {@code -Dgolden.update=true} rewrites it. */
class GoldenStreamTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/stream.jsonl");
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

    private static final List<TopicName> TOPICS = Stream.of(
                    "prices:SPX", "candles:SPX:1d", "indicators:SPX", "signals", "orders", "fills", "alerts", "events")
            .map(text -> TopicName.parse(text).orElseThrow())
            .toList();

    private final ObjectMapper json = WireForm.of(new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
    private final Hub hub = new Hub(json, InstantSource.fixed(NOW));
    private final Feed feed = new Feed();
    private final Projection projection =
            new Projection(hub, feed, VitalsFixture.at(NOW), new Refresh(hub, null, null, null), "PAPER-001");
    private final RecordingPeer peer = new RecordingPeer();
    private final Session session = new Session(
            peer,
            frame -> Frames.text(json, frame),
            new Session.Patience(java.time.Duration.ofSeconds(10), 1_000_000, java.time.Duration.ofSeconds(5)),
            NOW);

    @BeforeEach
    void play() {
        hub.join("golden", session, channels -> session.send(new HelloFrame("golden", NOW, 1, 10_000)));
        hub.follow(session, 1, TOPICS, Map.of());
        projection.on(Messages.candle(0), NOW);
        projection.on(Messages.indicators(0, "NEUTRAL"));
        projection.on(Messages.entry());
        projection.on(Messages.approved());
        projection.on(Messages.denied());
        projection.on(Messages.accepted());
        projection.on(Messages.candle(1), NOW);
        projection.on(Messages.indicators(1, "STRONG_TREND"));
        projection.on(Messages.filled());
        projection.on(Messages.halted());
        hub.tick(NOW.plusSeconds(2));
    }

    @Test
    void is_what_the_dashboard_was_promised() throws IOException {
        String played =
                String.join("\n", peer.frames.stream().map(JsonNode::toString).toList()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, played);
        }

        assertThat(played).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void tells_the_story_of_the_bar_in_the_feed() {
        assertThat(feed.newest(10))
                .extracting(line -> line.kind())
                .containsExactlyInAnyOrder("SIGNAL", "ORDER", "DENIAL", "FILL", "REGIME", "ALERT");
    }

    @Test
    void follows_the_order_from_approval_to_fill() {
        assertThat(peer.ofType("delta").stream()
                        .filter(frame -> frame.get("topic").asText().equals("orders"))
                        .map(frame -> frame.get("data").get("state").asText()))
                .containsExactly("APPROVED", "ACCEPTED", "FILLED");
    }

    @Test
    void shows_nothing_of_another_account() {
        Feed empty = new Feed();
        Hub quiet = new Hub(json, InstantSource.fixed(NOW));
        Projection other =
                new Projection(quiet, empty, VitalsFixture.at(NOW), new Refresh(quiet, null, null, null), "PAPER-002");
        quiet.join("other", session, channels -> {});
        quiet.follow(session, 2, TOPICS, Map.of());
        int before = peer.frames.size();

        other.on(Messages.approved());
        other.on(Messages.denied());
        other.on(Messages.accepted());
        other.on(Messages.filled());
        other.on(Messages.halted());
        quiet.tick(NOW.plusSeconds(2));

        assertThat(peer.frames.subList(before, peer.frames.size()))
                .noneSatisfy(frame -> assertThat(frame.get("type").asText()).isEqualTo("delta"));
        assertThat(empty.size()).isZero();
    }

    @Test
    void hears_a_repeated_message_once_in_the_feed() {
        int before = feed.size();

        projection.on(Messages.entry());

        assertThat(feed.size()).isEqualTo(before);
    }
}
