/** The paper broker: the engine's simulated broker behind our port, with books that survive a restart. */
@NullMarked
package io.fluxhero.execution.paper;

import org.jspecify.annotations.NullMarked;
