package io.fluxhero.outbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes a message of bytes and knows its identity. */
public interface Decoder<M> {

    /** The message; an {@link IOException} says that these bytes never will be one. */
    M decode(byte @Nullable [] value) throws IOException;

    /** Identity of the message. */
    String messageId(M message);

    /** The cause that the message follows from. */
    String correlationId(M message);
}
