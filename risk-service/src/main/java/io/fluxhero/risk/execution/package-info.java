/** The doors of execution-service over HTTP. */
@NullMarked
package io.fluxhero.risk.execution;

import org.jspecify.annotations.NullMarked;
