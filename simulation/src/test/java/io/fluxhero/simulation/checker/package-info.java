/** Mechanisms broken on purpose: each must be found. */
@NullMarked
package io.fluxhero.simulation.checker;

import org.jspecify.annotations.NullMarked;
