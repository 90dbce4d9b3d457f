package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Message;
import java.time.Instant;

/**
 * A message as it was found.
 *
 * @param place topic, partition and offset, for example {@code orders-0@17}
 * @param sentAt when it was handed to the broker, which is after what it tells was stored
 */
record Recorded<M extends Message>(M message, String place, Instant sentAt) {

    String id() {
        return message.meta().messageId();
    }
}
