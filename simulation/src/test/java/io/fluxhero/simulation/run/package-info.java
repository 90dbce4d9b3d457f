/** Many seeds, their report, and the smallest world that fails. */
@NullMarked
package io.fluxhero.simulation.run;

import org.jspecify.annotations.NullMarked;
