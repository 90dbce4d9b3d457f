/** The use case of this service: a candle comes in, signals and indicators go out, exactly once in effect. */
@NullMarked
package io.fluxhero.signal;

import org.jspecify.annotations.NullMarked;
