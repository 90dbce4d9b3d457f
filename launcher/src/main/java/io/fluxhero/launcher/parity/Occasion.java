package io.fluxhero.launcher.parity;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What decisions follow from: a bar, a fill or a request.
 *
 * @param cause identity that message ids derive from
 * @param occurredAt event time
 * @param correlationOf what the messages about one symbol carry
 */
record Occasion(String cause, Instant barTime, Instant occurredAt, UnaryOperator<String> correlationOf) {}
