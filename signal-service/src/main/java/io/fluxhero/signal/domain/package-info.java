/** Strategy instances per symbol and timeframe, and what they need from outside. */
@NullMarked
package io.fluxhero.signal.domain;

import org.jspecify.annotations.NullMarked;
