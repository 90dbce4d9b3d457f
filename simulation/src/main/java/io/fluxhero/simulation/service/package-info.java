/** The services as processes: their real rules over model ports, started, killed and started again. */
@NullMarked
package io.fluxhero.simulation.service;

import org.jspecify.annotations.NullMarked;
