/** Topic {@code orders}: what risk decided, keyed by account; the only way an order comes to be. */
@NullMarked
package io.fluxhero.contracts.order;

import org.jspecify.annotations.NullMarked;
