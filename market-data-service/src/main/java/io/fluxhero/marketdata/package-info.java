/** Market data: bars come from a feed, are judged, stored as history, and published as candles. */
@NullMarked
package io.fluxhero.marketdata;

import org.jspecify.annotations.NullMarked;
