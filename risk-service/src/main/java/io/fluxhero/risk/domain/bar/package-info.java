/** Bars as they come together: what has arrived of each, and when its time may be decided. */
@NullMarked
package io.fluxhero.risk.domain.bar;

import org.jspecify.annotations.NullMarked;
