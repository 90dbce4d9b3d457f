/** What we would do and why; it knows no position and no cash. */
@NullMarked
package io.fluxhero.engine.strategy;

import org.jspecify.annotations.NullMarked;
