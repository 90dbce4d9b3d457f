/** The topics that come in; each consumer takes its messages in through {@code outbox} and calls one use case. */
@NullMarked
package io.fluxhero.risk.kafka;

import org.jspecify.annotations.NullMarked;
