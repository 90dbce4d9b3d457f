/** The market and the strategy as nobody wrote them: prices, bars and signals that follow from the seed. */
@NullMarked
package io.fluxhero.simulation.market;

import org.jspecify.annotations.NullMarked;
