/** Topic {@code fills}: every fact from the broker's side, once and in order, keyed by account. */
@NullMarked
package io.fluxhero.contracts.fill;

import org.jspecify.annotations.NullMarked;
