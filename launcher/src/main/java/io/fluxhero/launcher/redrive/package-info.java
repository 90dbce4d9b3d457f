/** Sends dead letters back to the topic that they came from. */
@NullMarked
package io.fluxhero.launcher.redrive;

import org.jspecify.annotations.NullMarked;
