/** Topics of the model: partitions in order, delivery late, repeated and in batches as chance will have it. */
@NullMarked
package io.fluxhero.simulation.log;

import org.jspecify.annotations.NullMarked;
