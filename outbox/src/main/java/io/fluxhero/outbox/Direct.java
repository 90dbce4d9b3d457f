package io.fluxhero.outbox;

/**
 * A message that came another way than by its topic.
 *
 * @param messageId identity, the same as on the topic
 * @param correlationId the cause that it follows from
 */
public record Direct<M>(M message, String messageId, String correlationId) {}
