/** Decides a recorded run again, with the same engine over the recorded inputs, and compares field by field. */
@NullMarked
package io.fluxhero.launcher.parity;

import org.jspecify.annotations.NullMarked;
