package io.fluxhero.risk;

import static org.awaitility.Awaitility.await;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.outbox.testing.Batches;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The market and the broker, as the service hears of them. Days only go forward, for all tests over one database: as many
 * have passed at most as messages were taken in, also before another boot.
 */
final class World {

    static final Instant FIRST_DAY = Instant.parse("2020-03-02T05:00:00Z");

    private static final AtomicInteger DAYS = new AtomicInteger((int) Tables.count("SELECT count(*) FROM inbox"));

    private final InMemoryConnector topics;

    World(InMemoryConnector topics) {
        this.topics = topics;
    }

    /** A long position in SPY, its entry filled. */
    OrderApproved openPosition() {
        Instant day = nextDay();
        long since = Tables.lastSent();
        bar(day, "100", Said.longEntry("sig-" + day, "SPY", day, "100", "95"));
        OrderApproved entry =
                (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getFirst();
        Instant next = nextDay();
        send(Said.filled(entry, entry.orderId(), next, "100.5"));
        bar(next, "102");
        return entry;
    }

    static OrderApproved approvedOrder(String orderId) {
        return Tables.sent("orders", OrderMessage.class, 0).stream()
                .filter(OrderApproved.class::isInstance)
                .map(OrderApproved.class::cast)
                .filter(order -> order.orderId().equals(orderId))
                .findFirst()
                .orElseThrow();
    }

    /** A whole bar of both symbols, the signal being SPY's. */
    void bar(Instant day, String close, EntrySignalled... signals) {
        quiet("QQQ", day);
        Stream.of(signals).forEach(this::send);
        String[] ids = Stream.of(signals).map(EntrySignalled::signalId).toArray(String[]::new);
        send(Said.indicators("SPY", day, close, ids));
        send(Said.settled("SPY", day, close));
        awaitDecided(day);
    }

    void quiet(String symbol, Instant day) {
        send(Said.indicators(symbol, day, "50"));
        send(Said.settled(symbol, day, "50"));
    }

    static Instant nextDay() {
        return FIRST_DAY.plus(Duration.ofDays(DAYS.incrementAndGet()));
    }

    static void awaitDecided(Instant day) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Tables.count("SELECT count(*) FROM equity_points WHERE bar_time = '" + day + "'") == 1);
    }

    void send(Message message) {
        String topic = switch (message) {
            case FillMessage fill -> "fills";
            case IndicatorMessage indicator -> "indicators";
            case SignalMessage signal -> "signals";
            default -> throw new IllegalArgumentException(message.toString());
        };
        sendBytes(topic, Wire.write(message));
    }

    /** Waits until it was taken in, so that the next one on another topic really comes later. */
    void sendAndAwait(Message message) {
        send(message);
        String id = message.meta().messageId();
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> Tables.count("SELECT count(*) FROM inbox WHERE message_id = '" + id + "'") == 1);
    }

    void sendBytes(String topic, byte[]... values) {
        topics.<ConsumerRecords<String, byte[]>>source(topic + "-in").send(Batches.of(topic, "key", values));
    }
}
