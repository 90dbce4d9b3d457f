/** Who may open positions: the epoch of the account, halts, and the lease that risk renews. */
@NullMarked
package io.fluxhero.execution.domain.fence;

import org.jspecify.annotations.NullMarked;
