package io.fluxhero.outbox;

import java.time.Duration;

/**
 * An event for observers, in the transaction that buries the record: people should look. A broken producer sends many,
 * so there is one for each topic, and no other within {@link #QUIET_FOR}.
 *
 * @param topic where the record came from; it is on {@code <topic>.dlq} now
 * @param place topic, partition and offset of the record
 * @param reason why it could not be handled
 */
public record DeadLettered(String topic, String place, String reason) {

    /** How long nothing more is said of a topic. */
    public static final Duration QUIET_FOR = Duration.ofMinutes(1);
}
