/** Signals, indicators and the last bar of each instance, written in the transaction of the messages. */
@NullMarked
package io.fluxhero.signal.postgres;

import org.jspecify.annotations.NullMarked;
