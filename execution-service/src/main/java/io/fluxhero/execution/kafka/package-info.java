/** The two topics that come in: orders from risk, candles from the market. */
@NullMarked
package io.fluxhero.execution.kafka;

import org.jspecify.annotations.NullMarked;
