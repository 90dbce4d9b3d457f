package io.fluxhero.benchmarks.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The same number of hops without us: a writer, and relays that pass on what they read. It sends as our feed does, a
 * burst of one message per symbol for each bar.
 */
final class PlainChain {

    private static final int MESSAGE_BYTES = 400;
    private static final Duration POLL = Duration.ofMillis(100);

    private final String kafka;
    private final List<String> topics;
    private final List<Latencies> byHops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    PlainChain(String kafka, int hops) {
        this.kafka = kafka;
        this.topics =
                IntStream.range(0, hops).mapToObj(hop -> "load-chain-" + hop).toList();
        topics.forEach(topic -> byHops.add(new Latencies()));
    }

    /** Begins to send bursts, for a while. */
    void start(Duration time, int burst, double burstsPerSecond) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, Optional.of(1), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
        for (int hop = 0; hop < topics.size(); hop++) {
            threads.add(relay(hop));
        }
        threads.add(Thread.ofPlatform().start(() -> send(time, burst, burstsPerSecond)));
    }

    /** Waits for the end of what was begun. */
    void finish() throws InterruptedException, ExecutionException {
        threads.removeLast().join();
        Thread.sleep(1000);
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        try (Admin admin = admin()) {
            admin.deleteTopics(topics).all().get();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the plain chain could not send", failed);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** From the writer to whoever reads after so many hops. */
    Latencies after(int hops) {
        return byHops.get(hops - 1);
    }

    private void send(Duration time, int burst, double burstsPerSecond) {
        byte[] message = new byte[MESSAGE_BYTES];
        Arrays.fill(message, (byte) 'x');
        long step = (long) (1e9 / burstsPerSecond);
        long next = System.nanoTime();
        long end = next + time.toNanos();
        try (KafkaProducer<String, byte[]> writer = Clients.writer(kafka)) {
            while (next < end) {
                for (int i = 0; i < burst; i++) {
                    pass(
                            writer,
                            new ProducerRecord<>(
                                    topics.getFirst(), null, System.currentTimeMillis(), Integer.toString(i), message));
                }
                next += step;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /** Reads after {@code hop + 1} hops and passes on; the first writer's time stays with the message. */
    private Thread relay(int hop) {
        KafkaConsumer<String, byte[]> reader = Clients.reader(kafka, List.of(topics.get(hop)));
        return Thread.ofPlatform().start(() -> {
            try (reader;
                    KafkaProducer<String, byte[]> writer = Clients.writer(kafka)) {
                while (!over.get()) {
                    for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                        byHops.get(hop).add(Clients.now() - record.timestamp());
                        if (hop + 1 < topics.size()) {
                            pass(
                                    writer,
                                    new ProducerRecord<>(
                                            topics.get(hop + 1),
                                            null,
                                            record.timestamp(),
                                            record.key(),
                                            record.value()));
                        }
                    }
                }
            }
        });
    }

    private void pass(KafkaProducer<String, byte[]> writer, ProducerRecord<String, byte[]> record) {
        Future<RecordMetadata> _ = writer.send(record, (_, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
        });
    }
}
