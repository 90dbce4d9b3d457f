/** The broker: the real paper broker over books of its own, behind a connection that lies, stalls and repeats itself. */
@NullMarked
package io.fluxhero.simulation.broker;

import org.jspecify.annotations.NullMarked;
