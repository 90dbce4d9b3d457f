package io.fluxhero.outbox;

/**
 * An event for observers, in the transaction that buries the record: people should look. A broken producer sends many,
 * so there is one for each topic, and no other within a minute.
 *
 * @param topic where the record came from; it is on {@code <topic>.dlq} now
 * @param place topic, partition and offset of the record
 * @param reason why it could not be handled
 */
public record DeadLettered(String topic, String place, String reason) {}
