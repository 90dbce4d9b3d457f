/** The internal doors: figures for the gateway, and the privileged acts. */
@NullMarked
package io.fluxhero.risk.http;

import org.jspecify.annotations.NullMarked;
