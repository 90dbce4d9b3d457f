/** The words of the public door: what REST answers and the socket carries, in snake_case JSON. Every component is present; {@code @Nullable} ones may be null. */
@NullMarked
package io.fluxhero.gateway.api;

import org.jspecify.annotations.NullMarked;
