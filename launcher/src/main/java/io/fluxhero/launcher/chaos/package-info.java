/** Kills and freezes the parts of a stack of its own while orders are in flight, and checks the books after each. */
@NullMarked
package io.fluxhero.launcher.chaos;

import org.jspecify.annotations.NullMarked;
