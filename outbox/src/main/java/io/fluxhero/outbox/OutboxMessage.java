package io.fluxhero.outbox;

import java.time.Instant;

/**
 * A message on its way out.
 *
 * @param topic where it goes
 * @param key messages of one key stay in order
 * @param messageId identity; a consumer takes one id in once
 * @param type as in the JSON, for readers of headers
 * @param correlationId the cause that it follows from
 * @param occurredAt event time
 * @param value the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier from one line to the next; nobody compares or keeps it
public record OutboxMessage(
        String topic,
        String key,
        String messageId,
        String type,
        String correlationId,
        Instant occurredAt,
        byte[] value) {}
