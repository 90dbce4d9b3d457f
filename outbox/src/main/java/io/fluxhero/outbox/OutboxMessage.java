package io.fluxhero.outbox;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A message on its way out.
 *
 * @param topic where it goes
 * @param key messages of one key stay in order
 * @param messageId identity; a consumer takes one id in once
 * @param type as in the JSON, for readers of headers
 * @param correlationId the cause that it follows from
 * @param occurredAt event time
 * @param body what it says
 */
public record OutboxMessage(
        String topic, String key, String messageId, String type, String correlationId, Instant occurredAt, Body body) {

    /** A message whose bytes are there already. */
    public OutboxMessage(
            String topic,
            String key,
            String messageId,
            String type,
            String correlationId,
            Instant occurredAt,
            byte[] value) {
        this(topic, key, messageId, type, correlationId, occurredAt, new Body(value, () -> value));
    }

    /** The bytes. */
    public byte[] value() {
        return body.bytes().get();
    }

    /**
     * What a message says.
     *
     * @param content as its sender has it
     * @param bytes made of it when they are needed
     */
    public record Body(Object content, Supplier<byte[]> bytes) {

        /** The content, and how its bytes are made. */
        public static <T> Body of(T content, Function<? super T, byte[]> encoding) {
            return new Body(content, () -> encoding.apply(content));
        }
    }
}
