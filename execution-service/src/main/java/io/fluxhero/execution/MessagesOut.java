package io.fluxhero.execution;

import io.fluxhero.contracts.Message;
import java.util.List;

/** The way out for messages: they leave when the transaction that they belong to has committed. */
public interface MessagesOut {

    /** Adds a message to the current transaction; {@code type} as in its JSON. */
    void append(String topic, String type, Message message);

    /** Adds several of one type, in their order. */
    default void appendAll(String topic, String type, List<? extends Message> messages) {
        messages.forEach(message -> append(topic, type, message));
    }
}
