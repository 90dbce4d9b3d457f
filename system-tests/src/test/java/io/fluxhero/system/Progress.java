package io.fluxhero.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.OrderMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How far a run is, read where everyone can read it. */
final class Progress {

    private static final Duration WHOLE_RUN = Duration.ofMinutes(6);
    private static final Instant BEFORE_ALL = Instant.EPOCH;

    private final Api api;
    private final Topic orders;

    Progress(RunningStack stack) {
        this.api = stack.api();
        this.orders = stack.topic("orders");
    }

    /** Waits until every bar was published, settled and decided. */
    void awaitTheEnd() {
        await().atMost(Patience.of(WHOLE_RUN))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    JsonNode feed = api.get("/api/status").path("feed");
                    String lastBar =
                            feed.path("symbols").path(0).path("last_bar_time").asText();
                    return feed.path("state").asText().equals("FINISHED")
                            && !lastDecided().isBefore(Instant.parse(lastBar));
                });
    }

    /** Waits until a bar after this time is decided. */
    void awaitBarAfter(Instant wanted) {
        await().atMost(Patience.of(WHOLE_RUN))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> lastDecided().isAfter(wanted));
    }

    private Instant lastDecided() {
        return orders.newest().stream()
                .map(Progress::decidedBar)
                .max(Instant::compareTo)
                .orElse(BEFORE_ALL);
    }

    private static Instant decidedBar(ConsumerRecord<String, byte[]> message) {
        try {
            return Wire.read(message.value(), OrderMessage.class) instanceof BarDecided decided
                    ? decided.barTime()
                    : BEFORE_ALL;
        } catch (IOException noise) {
            // The random bytes of a test lie on this topic too.
            return BEFORE_ALL;
        }
    }
}
