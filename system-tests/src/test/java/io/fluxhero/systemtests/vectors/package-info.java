/** Runs known answers of every module, without a server. */
@NullMarked
package io.fluxhero.systemtests.vectors;

import org.jspecify.annotations.NullMarked;
