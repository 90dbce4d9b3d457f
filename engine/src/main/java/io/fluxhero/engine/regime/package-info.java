/** What kind of market it is: classified bar by bar, believed after confirmation. */
@NullMarked
package io.fluxhero.engine.regime;

import org.jspecify.annotations.NullMarked;
