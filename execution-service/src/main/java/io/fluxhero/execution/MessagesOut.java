package io.fluxhero.execution;

import io.fluxhero.contracts.Message;

/** The way out for messages: they leave when the transaction that they belong to has committed. */
public interface MessagesOut {

    /** Adds a message to the current transaction; {@code type} as in its JSON. */
    void append(String topic, String type, Message message);
}
