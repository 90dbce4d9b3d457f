package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Message;

/**
 * A message as it was found.
 *
 * @param place topic, partition and offset, for example {@code orders-0@17}
 */
record Recorded<M extends Message>(M message, String place) {

    String id() {
        return message.meta().messageId();
    }
}
