/** Time, chance, faults and the trace of one seeded world: all that a run depends on comes from here. */
@NullMarked
package io.fluxhero.simulation.world;

import org.jspecify.annotations.NullMarked;
