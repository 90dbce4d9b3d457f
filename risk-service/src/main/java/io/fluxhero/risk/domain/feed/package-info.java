/** The market data feed, as far as risk cares: whether it still speaks. */
@NullMarked
package io.fluxhero.risk.domain.feed;

import org.jspecify.annotations.NullMarked;
