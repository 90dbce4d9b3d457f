package io.fluxhero.outbox;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record and what it says, or why it says nothing.
 *
 * @param record as it came
 * @param message absent where {@code failure} is present
 * @param messageId identity, empty where the bytes are no message
 * @param correlationId cause, empty where the bytes are no message
 * @param failure why this goes to the dead letters
 */
public record Received<M>(
        ConsumerRecord<String, byte[]> record,
        @Nullable M message,
        String messageId,
        String correlationId,
        @Nullable Exception failure) {

    /** The record, read. */
    public static <M> Received<M> from(ConsumerRecord<String, byte[]> record, Decoder<M> decoder) {
        try {
            M message = decoder.decode(record.value());
            return new Received<>(record, message, decoder.messageId(message), decoder.correlationId(message), null);
        } catch (IOException | RuntimeException e) {
            return new Received<>(record, null, "", "", e);
        }
    }

    Received<M> failing(Exception reason) {
        return new Received<>(record, null, messageId, correlationId, reason);
    }

    String topic() {
        return record.topic();
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    String place() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
