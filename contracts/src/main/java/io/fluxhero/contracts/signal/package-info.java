/** Topic {@code signals}: what the strategy would do and why, keyed by symbol; it knows no position. */
@NullMarked
package io.fluxhero.contracts.signal;

import org.jspecify.annotations.NullMarked;
