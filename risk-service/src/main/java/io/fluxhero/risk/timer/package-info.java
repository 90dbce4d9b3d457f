/** The clock that ends a wait: nothing else here depends on wall time. */
@NullMarked
package io.fluxhero.risk.timer;

import org.jspecify.annotations.NullMarked;
