/** The services as processes, each asked alone. */
@NullMarked
package io.fluxhero.simulation.service;

import org.jspecify.annotations.NullMarked;
