/** Bars that wait for the simulated market, and the lock-step with risk that lets them pass. */
@NullMarked
package io.fluxhero.execution.domain.bar;

import org.jspecify.annotations.NullMarked;
