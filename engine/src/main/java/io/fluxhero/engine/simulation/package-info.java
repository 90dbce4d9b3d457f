/** What would have happened: the fill model and the broker that uses it. */
@NullMarked
package io.fluxhero.engine.simulation;

import org.jspecify.annotations.NullMarked;
