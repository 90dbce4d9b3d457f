package io.fluxhero.outbox;

import io.fluxhero.outbox.testing.Batches;
import io.fluxhero.outbox.testing.EmbeddedKafkaResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The test's own hands on the real broker. */
final class Broker {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Broker() {}

    static void send(String topic, String... texts) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedKafkaResource.address(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (String text : texts) {
                var _ = producer.send(new ProducerRecord<>(topic, "k", text.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }

    static void send(ProducerRecord<String, byte[]> one) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedKafkaResource.address(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(one);
            producer.flush();
        }
    }

    /** The first records of a topic; fewer when they do not come in time. */
    static List<ConsumerRecord<String, byte[]>> read(String topic, int count) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (var consumer = consumer("reader")) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(List.of(new TopicPartition(topic, 0)));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (read.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }

    /** A dead letter as it comes back to its topic. */
    static ConsumerRecords<String, byte[]> redriven(String topic, ConsumerRecord<String, byte[]> letter, String times) {
        ConsumerRecords<String, byte[]> batch = Batches.of(topic, letter.key(), letter.value());
        batch.forEach(one -> one.headers().add("redrive-count", times.getBytes(StandardCharsets.UTF_8)));
        return batch;
    }

    static List<String> readUntil(String topic, String last) {
        List<String> texts = new ArrayList<>();
        try (var consumer = consumer("reader")) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(List.of(new TopicPartition(topic, 0)));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!texts.contains(last) && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message -> texts.add(new String(message.value(), StandardCharsets.UTF_8)));
            }
        }
        return texts;
    }

    /** Joins a group and leaves it again, so that its members get their partitions anew. */
    static void rebalance(String topic, String group) {
        try (var consumer = consumer(group)) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (System.nanoTime() < end) {
                var _ = consumer.poll(Duration.ofMillis(100)).count();
            }
        }
    }

    static long positionAfter(StoredOffsets storedOffsets, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer = consumer("position")) {
            consumer.assign(List.of(partition));
            storedOffsets.onPartitionsAssigned(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        EmbeddedKafkaResource.address(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
