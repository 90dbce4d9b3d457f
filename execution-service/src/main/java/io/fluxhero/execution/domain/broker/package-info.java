/** The port to brokers, and what they report. A simulated market needs bars; a real one brings its own. */
@NullMarked
package io.fluxhero.execution.domain.broker;

import org.jspecify.annotations.NullMarked;
