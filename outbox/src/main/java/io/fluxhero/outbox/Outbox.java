package io.fluxhero.outbox;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The only way out for messages: kept in the caller's transaction, published by the relay after the commit. */
public interface Outbox {

    /** Adds a message to the current transaction, which must exist. */
    default void append(OutboxMessage message) {
        appendAll(List.of(message));
    }

    /** Adds messages to the current transaction in this order. */
    void appendAll(List<OutboxMessage> messages);

    /** Adds the record as it came, for people to look at, with the reason in the headers. */
    void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason);
}
