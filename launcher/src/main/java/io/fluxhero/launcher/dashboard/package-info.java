/** The built dashboard on a local port, with the gateway behind it on the same origin. */
@NullMarked
package io.fluxhero.launcher.dashboard;

import org.jspecify.annotations.NullMarked;
