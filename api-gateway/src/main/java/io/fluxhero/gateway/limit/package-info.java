/** How often a client may ask, and how often it may guess. */
@NullMarked
package io.fluxhero.gateway.limit;

import org.jspecify.annotations.NullMarked;
