/** Topic {@code candles} comes in here; everything that leaves goes through the outbox. */
@NullMarked
package io.fluxhero.signal.kafka;

import org.jspecify.annotations.NullMarked;
