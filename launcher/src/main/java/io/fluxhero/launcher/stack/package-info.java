/** The six services as child processes: how they are started, watched, restarted and stopped. */
@NullMarked
package io.fluxhero.launcher.stack;

import org.jspecify.annotations.NullMarked;
