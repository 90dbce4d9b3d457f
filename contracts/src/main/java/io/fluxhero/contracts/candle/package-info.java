/** Topic {@code candles}: closed bars and their corrections, keyed by symbol. */
@NullMarked
package io.fluxhero.contracts.candle;

import org.jspecify.annotations.NullMarked;
