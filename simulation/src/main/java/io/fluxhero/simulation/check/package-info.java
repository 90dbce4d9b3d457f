/** What must hold, whatever went wrong. */
@NullMarked
package io.fluxhero.simulation.check;

import org.jspecify.annotations.NullMarked;
