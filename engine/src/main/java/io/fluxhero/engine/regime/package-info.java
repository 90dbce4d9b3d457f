/** What kind of market it is. */
@NullMarked
package io.fluxhero.engine.regime;

import org.jspecify.annotations.NullMarked;
