package io.fluxhero.launcher.redrive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, as the outbox of a service buried it: what it was, with the reason in headers.
 *
 * @param place where it lies
 * @param origin where it came from, empty where nobody of ours has buried it
 * @param buriedAt when
 * @param key as text
 * @param reason why
 * @param redriven how often it was driven again before it was buried
 * @param beginning its first bytes, as text
 */
public record DeadLetter(
        Place place,
        Optional<Place> origin,
        Instant buriedAt,
        String key,
        String reason,
        int redriven,
        String beginning) {

    /** Where a record that is driven again was when it failed; who it was is the same for all of its burials. */
    static final String REDRIVE_OF = "redrive-of";

    static final String REDRIVE_COUNT = "redrive-count";
    static final String REDRIVE_BY = "redrive-by";

    private static final String BURIAL = "dlq-";
    private static final String REDRIVE = "redrive-";
    private static final int BEGINNING_BYTES = 60;

    /** A place on a topic. */
    public record Place(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    static DeadLetter of(ConsumerRecord<byte[], byte[]> buried) {
        return new DeadLetter(
                new Place(buried.topic(), buried.partition(), buried.offset()),
                originOf(buried),
                Instant.ofEpochMilli(buried.timestamp()),
                buried.key() == null ? "" : new String(buried.key(), StandardCharsets.UTF_8),
                text(buried.headers(), "dlq-reason").orElse(""),
                redriven(buried.headers()),
                beginning(buried.value()));
    }

    /**
     * The record that it was, for the partition that it came from.
     *
     * @param times how often it was driven again, this time included
     * @param by who wants that
     */
    static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> buried, int times, String by) {
        Place origin = originOf(buried).orElseThrow();
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(origin.topic(), origin.partition(), buried.key(), buried.value());
        for (Header header : buried.headers()) {
            if (!header.key().startsWith(BURIAL) && !header.key().startsWith(REDRIVE)) {
                again.headers().add(header);
            }
        }
        add(again.headers(), REDRIVE_OF, origin.toString());
        add(again.headers(), REDRIVE_COUNT, String.valueOf(times));
        add(again.headers(), REDRIVE_BY, by);
        return again;
    }

    static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Who writes to a topic of dead letters must not write to every topic: it has to be the one of the name. */
    private static Optional<Place> originOf(ConsumerRecord<byte[], byte[]> buried) {
        Headers headers = buried.headers();
        Optional<String> topic =
                text(headers, "dlq-topic").filter(name -> buried.topic().equals(name + DeadLetters.ENDING));
        try {
            int partition = Integer.parseInt(text(headers, "dlq-partition").orElse("none"));
            long offset = Long.parseLong(text(headers, "dlq-offset").orElse("none"));
            return topic.filter(name -> partition >= 0 && offset >= 0).map(name -> new Place(name, partition, offset));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    private static int redriven(Headers headers) {
        return text(headers, REDRIVE_COUNT)
                .filter(count -> count.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static String beginning(byte @Nullable [] value) {
        return value == null
                ? "(no value)"
                : new String(value, 0, Math.min(BEGINNING_BYTES, value.length), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
