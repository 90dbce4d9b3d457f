/** Questions that other services ask: candles, symbols, feed, calendar. */
@NullMarked
package io.fluxhero.marketdata.http;

import org.jspecify.annotations.NullMarked;
