/** The schema {@code risk}: everything that this service must not forget. */
@NullMarked
package io.fluxhero.risk.postgres;

import org.jspecify.annotations.NullMarked;
