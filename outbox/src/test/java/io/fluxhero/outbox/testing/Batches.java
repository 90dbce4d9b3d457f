package io.fluxhero.outbox.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Batches for in-memory channels, with offsets that run on per topic as a broker's do. They begin at the time of the
 * clock in milliseconds, so that a second boot over the same database is not behind what the first one read.
 */
public final class Batches {

    private static final Map<String, AtomicLong> NEXT_OFFSETS = new ConcurrentHashMap<>();

    private Batches() {}

    /** One batch with these values on partition 0 of the topic. */
    public static ConsumerRecords<String, byte[]> of(String topic, String key, byte[]... values) {
        AtomicLong next = NEXT_OFFSETS.computeIfAbsent(topic, _ -> new AtomicLong(System.currentTimeMillis()));
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] value : Arrays.asList(values)) {
            records.add(new ConsumerRecord<>(topic, 0, next.getAndIncrement(), key, value));
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        return new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(next.get())));
    }
}
