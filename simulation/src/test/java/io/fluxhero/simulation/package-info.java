/** What the simulation finds, and whether it would. */
@NullMarked
package io.fluxhero.simulation;

import org.jspecify.annotations.NullMarked;
