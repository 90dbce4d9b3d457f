/** How well it went. */
@NullMarked
package io.fluxhero.engine.performance;

import org.jspecify.annotations.NullMarked;
