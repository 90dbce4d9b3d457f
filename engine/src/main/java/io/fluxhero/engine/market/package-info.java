/** What we look at: candles, timeframes, sides, and exact money. */
@NullMarked
package io.fluxhero.engine.market;

import org.jspecify.annotations.NullMarked;
