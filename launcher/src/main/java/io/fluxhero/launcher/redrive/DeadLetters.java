package io.fluxhero.launcher.redrive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic of dead letters. That a letter was driven again is remembered by the record that was sent: whoever sends next
 * reads the topic that it came from, from the place on where it failed. Nothing else has to be kept.
 */
public final class DeadLetters implements AutoCloseable {

    /** How the names of these topics end. */
    public static final String ENDING = ".dlq";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LARGEST_REQUEST_BYTES = 8 * 1024 * 1024;

    private final String bootstrap;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @throws KafkaException where the address is none
     */
    public DeadLetters(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Every topic that there is, by name. */
    public Set<String> topics() {
        return new TreeSet<>(consumer.listTopics().keySet());
    }

    /** The letters that are wanted, oldest first within a partition. */
    public List<DeadLetter> find(Predicate<DeadLetter> wanted) {
        List<DeadLetter> found = new ArrayList<>();
        read(wholeTopic(), buried -> {
            DeadLetter letter = DeadLetter.of(buried);
            if (wanted.test(letter)) {
                found.add(letter);
            }
        });
        return found;
    }

    /** How often those of them that were driven again were, by their origin as {@link DeadLetter.Place} says it. */
    public Map<String, Integer> sentBefore(List<DeadLetter> letters) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        letters.stream()
                .flatMap(letter -> letter.origin().stream())
                .forEach(origin -> starts.merge(
                        new TopicPartition(origin.topic(), origin.partition()), origin.offset() + 1, Math::min));
        Map<String, Integer> sent = new HashMap<>();
        read(
                starts,
                one -> DeadLetter.text(one.headers(), DeadLetter.REDRIVE_OF)
                        .ifPresent(origin -> sent.merge(origin, 1, Integer::sum)));
        return sent;
    }

    /**
     * Sends letters back to where they came from and returns when the broker has them all.
     *
     * @param times by the place of a letter, how often it was driven again, this time included
     * @param by who wants that
     * @throws KafkaException where it has not; those that it has are {@link #sentBefore} then
     */
    public void send(Map<DeadLetter.Place, Integer> times, String by) throws InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            read(wholeTopic(), buried -> {
                Integer count = times.get(DeadLetter.of(buried).place());
                if (count != null) {
                    acknowledgements.add(producer.send(DeadLetter.again(buried, count, by)));
                }
            });
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("not all were taken; call again, those that were are left out then", e);
        }
        if (acknowledgements.size() < times.size()) {
            throw new KafkaException(
                    (times.size() - acknowledgements.size()) + " of them are gone from " + topic + " meanwhile");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Map<TopicPartition, Long> wholeTopic() {
        return consumer.partitionsFor(topic).stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()), partition -> 0L));
    }

    /** What lies on partitions now, each from an offset on. */
    private void read(Map<TopicPartition, Long> starts, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        if (starts.isEmpty()) {
            return;
        }
        consumer.assign(starts.keySet());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(starts.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(starts.keySet());
        starts.forEach((partition, start) -> {
            long begin = offset(begins, partition);
            // A topic that was made anew is shorter than what was buried of it.
            boolean there = start > begin && start <= offset(ends, partition);
            consumer.seek(partition, there ? start : begin);
        });
        long heardAtNanos = System.nanoTime();
        while (starts.keySet().stream().anyMatch(partition -> consumer.position(partition) < offset(ends, partition))) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                heardAtNanos = System.nanoTime();
            } else if (System.nanoTime() - heardAtNanos > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came for " + PATIENCE.toSeconds() + " s");
            }
            records.forEach(visitor);
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis() / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
