/** Runs of one seed and of many: what is found, how often each fault struck, and the smallest world that still fails. */
@NullMarked
package io.fluxhero.simulation.run;

import org.jspecify.annotations.NullMarked;
